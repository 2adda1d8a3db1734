package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;

import org.culvert.desktop.connection.Remedy;
import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.profiles.TagsSheet;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;

import java.util.Optional;

/**
 * Everything that a person can ask for, wherever in the window.
 *
 * @param miniWindow opens or closes it
 */
record Doings(
        Models models,
        Preferences preferences,
        Switchboard board,
        HelperLink helper,
        Intake intake,
        Runnable miniWindow,
        Pane host)
        implements Deeds, MainMenu.Choices {
    @Override
    public void toggle(ProfileCard card) {
        board.toggle(card);
    }

    @Override
    public void connect(ProfileCard card) {
        board.connect(card);
    }

    @Override
    public void disconnect(ProfileCard card) {
        board.disconnect(card);
    }

    @Override
    public void reconnect(ProfileCard card) {
        board.reconnect(card);
    }

    @Override
    public void tags(ProfileCard card) {
        TagsSheet.open(look(), host, card, marks -> models.profiles().mark(card, marks));
    }

    @Override
    public void export(ProfileCard card, boolean inlined) {
        intake.export(card, inlined);
    }

    @Override
    public void importFile() {
        intake.choose();
    }

    @Override
    public void elsewhere() {
        intake.elsewhere();
    }

    /** Imports what is on the clipboard. */
    void paste() {
        intake.paste(Clipboard.getSystemClipboard());
    }

    @Override
    public void mini() {
        miniWindow.run();
    }

    @Override
    public void menu(Button anchor) {
        Menus.above(new MainMenu(look(), this).make(), anchor);
    }

    @Override
    public void seek() {
        helper.seek();
    }

    /** Does what a button of the selected profile's failure says. */
    void remedy(Remedy remedy) {
        models.profiles().selected().get().ifPresent(card -> remedy(card, remedy));
    }

    private void remedy(ProfileCard card, Remedy remedy) {
        switch (remedy) {
            case AGAIN, ENTER_CODE -> {
                helper.seek();
                board.again(card);
            }
            case RECONNECT -> board.reconnect(card);
            case WITHOUT_DNS -> board.connectWithoutDns(card);
            case TRY_TCP_443 -> board.connectByTcp443(card);
            case ALLOW_TRAFFIC, DISCONNECT, CANCEL -> board.disconnect(card);
            case CHOOSE_FILE, IMPORT_FILE -> intake.choose();
            case DETAILS -> models.tab().set(Models.LOG_TAB);
            case COPY_COMMAND,
                    COPY_MESSAGE,
                    COPY_CERTIFICATES,
                    COPY_REPORT -> {} // the banner copies by itself
        }
    }

    @Override
    public void theme(Theme.Choice choice) {
        preferences.theme(choice);
    }

    @Override
    public Optional<String> language() {
        return preferences.now().language();
    }

    @Override
    public void language(Optional<String> tag) {
        preferences.language(tag);
    }

    @Override
    public void keys() {
        tell(look().text("keys.title"), 640, new KeyTable(look()));
    }

    @Override
    public void about() {
        tell(
                look().text("about.title"),
                460,
                Parts.wrapped(look().text("about.what")),
                Parts.wrapped(look().text("about.rights"), "muted"));
    }

    /** Something could not be stored or read. */
    void trouble(Failure failure) {
        FailureText sentences = FailureText.of(failure, look().texts().locale());
        tell(sentences.title(), 460, Parts.wrapped(sentences.text(), "muted"));
    }

    /** Says something until it is closed. */
    private void tell(String title, double width, Node... content) {
        var sheet = new Sheet(title, width);
        Button close = Parts.button(look().text("button.close"), sheet::close);
        close.setId("sheet-close");
        sheet.content(content);
        sheet.buttons(sheet::close, close);
        sheet.open(host, close);
    }

    @Override
    public void quit() {
        Platform.exit();
    }

    private Look look() {
        return models.look();
    }
}

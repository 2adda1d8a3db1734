package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.culvert.desktop.connection.Remedy;
import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Theme;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;

import java.util.Optional;

/** Everything that a person can ask for, wherever in the window. */
record Doings(
        Models models,
        Preferences preferences,
        Switchboard board,
        HelperLink helper,
        Intake intake,
        Sheets sheets)
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

    /** Drops the link and connects again at once. */
    void reconnect(ProfileCard card) {
        board.reconnect(card);
    }

    @Override
    public void importFile() {
        intake.choose();
    }

    @Override
    public void menu(Button anchor) {
        Menus.above(new MainMenu(look(), this).make(), anchor);
    }

    /** Does what a button of the selected profile's failure says. */
    void remedy(Remedy remedy) {
        models.profiles().selected().get().ifPresent(card -> remedy(card, remedy));
    }

    private void remedy(ProfileCard card, Remedy remedy) {
        switch (remedy) {
            case AGAIN, ENTER_CODE -> {
                helper.seek();
                board.connect(card);
            }
            case RECONNECT -> board.reconnect(card);
            case ALLOW_TRAFFIC -> board.disconnect(card);
            case CHOOSE_FILE, IMPORT_FILE -> intake.choose();
            case DETAILS -> models.tab().set(Models.LOG_TAB);
            case COPY_COMMAND, COPY_MESSAGE, COPY_REPORT -> {} // the banner copies by itself
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
        Sheet.tell(
                sheets,
                640,
                look().text("keys.title"),
                new KeyTable(look()),
                look().text("button.close"));
    }

    @Override
    public void about() {
        var words =
                new VBox(
                        8,
                        Parts.wrapped(look().text("about.what")),
                        Parts.wrapped(look().text("about.rights"), "muted"));
        Sheet.tell(sheets, 460, look().text("about.title"), words, look().text("button.close"));
    }

    /** Something could not be stored or read. */
    void trouble(Failure failure) {
        FailureText sentences = FailureText.of(failure, look().texts().locale());
        Sheet.tell(
                sheets,
                460,
                sentences.title(),
                Parts.wrapped(sentences.text(), "muted"),
                look().text("button.close"));
    }

    @Override
    public void quit() {
        Platform.exit();
    }

    private Look look() {
        return models.look();
    }
}

package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

import org.culvert.client.ProfileFetch;
import org.culvert.client.ProfileLink;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;

import java.util.function.Consumer;

/** Asks before a profile is fetched, with the host; then fetches it. */
final class LinkSheet {
    private static final double WIDTH = 460;

    private final Look look;
    private final Pane host;
    private final ProfileFetch network;
    private final Consumer<ProfileFetch.Fetched> fetched;

    /** Sheets on {@code host}; {@code fetched} gets what came. */
    LinkSheet(Look look, Pane host, ProfileFetch network, Consumer<ProfileFetch.Fetched> fetched) {
        this.look = look;
        this.host = host;
        this.network = network;
        this.fetched = fetched;
    }

    /** Asks whether {@code link} shall be fetched. */
    void ask(ProfileLink link) {
        ask(link, look.text("link.text", link.host()));
    }

    private void ask(ProfileLink link, String why) {
        var sheet = new Sheet(look.text("link.title", link.host()), WIDTH);
        sheet.setId("link-sheet");
        sheet.content(Parts.wrapped(why, "muted"));
        Button no = Parts.button(look.text("button.cancel"), sheet::close);
        Button fetch =
                Parts.button(
                        look.text("button.fetch"),
                        () -> {
                            sheet.close();
                            fetch(link);
                        });
        fetch.setId("link-fetch");
        sheet.buttons(sheet::close, no, fetch);
        sheet.open(host, no);
    }

    private void fetch(ProfileLink link) {
        Thread.ofVirtual()
                .name("fetch")
                .start(() -> {
                    ProfileFetch.Result result = network.from(link);
                    Platform.runLater(() -> came(link, result));
                });
    }

    private void came(ProfileLink link, ProfileFetch.Result result) {
        switch (result) {
            case ProfileFetch.Fetched octets -> fetched.accept(octets);
            case ProfileFetch.SentOn(ProfileLink to) ->
                    ask(to, look.text("link.moved", link.host(), to.host()));
            case ProfileFetch.NotFetched(Failure failure) -> say(failure);
        }
    }

    private void say(Failure failure) {
        FailureText words = FailureText.of(failure, look.texts().locale());
        var sheet = new Sheet(words.title(), WIDTH);
        sheet.setId("link-failed");
        sheet.content(Parts.wrapped(words.text(), "muted"));
        Button close = Parts.button(look.text("button.close"), sheet::close);
        sheet.buttons(sheet::close, close);
        sheet.open(host, close);
    }
}

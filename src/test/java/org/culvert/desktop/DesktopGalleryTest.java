package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.client.Elsewhere;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.FailureBanner;
import org.culvert.desktop.connection.OffView;
import org.culvert.desktop.connection.ServiceMissingView;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.log.LogModel;
import org.culvert.desktop.log.LogView;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Scheme;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.ImportSheet;
import org.culvert.desktop.profiles.ProfileDeeds;
import org.culvert.desktop.profiles.ProfileDropDown;
import org.culvert.desktop.profiles.ProfileList;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.desktop.prompt.PromptDesk;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.profile.Luggage;
import org.culvert.profile.store.Marks;
import org.culvert.prompt.Question;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Renders each view in both schemes and languages to {@code target/screenshots}, to be seen. */
class DesktopGalleryTest {
    private static final ProfileDeeds NO_DEEDS =
            new ProfileDeeds() {
                @Override
                public void toggle(ProfileCard card) {}

                @Override
                public void connect(ProfileCard card) {}

                @Override
                public void disconnect(ProfileCard card) {}

                @Override
                public void reconnect(ProfileCard card) {}

                @Override
                public void tags(ProfileCard card) {}

                @Override
                public void export(ProfileCard card, boolean inlined) {}

                @Override
                public void importFile() {}
            };

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void theListOfProfilesIsDrawn(Scheme scheme, String language) {
        draw("profiles", scheme, language, 292, 640, look -> sidebar(look, "", false));
        draw(
                "profiles-search",
                scheme,
                language,
                292,
                240,
                look -> sidebar(look, "offfice", false));
        draw("profiles-undo", scheme, language, 292, 420, look -> sidebar(look, "", true));
    }

    @ParameterizedTest
    @CsvSource({"DARK,en", "LIGHT,zh"})
    void theDropDownOfANarrowWindowIsDrawn(Scheme scheme, String language) {
        draw(
                "profiles-narrow",
                scheme,
                language,
                720,
                520,
                look -> {
                    ProfileListModel model = model(look);
                    var foot = new Foot(look, anchor -> {});
                    foot.show(new Service.Ready("0.1.0"));
                    var drop = new ProfileDropDown(look, model, NO_DEEDS, new Beat(), foot);
                    drop.open(24, 64, () -> {});
                    return new StackPane(drop);
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void failuresAreDrawn(Scheme scheme, String language) {
        draw("failure", scheme, language, 708, 190, look -> banner(look, Sample.noAnswer()));
        draw(
                "failure-blocked",
                scheme,
                language,
                480,
                210,
                look -> banner(look, new Failure.TrafficBlocked()));
        draw(
                "service-missing",
                scheme,
                language,
                1000,
                690,
                look -> {
                    var view = new ServiceMissingView(look, () -> {});
                    view.show(new Failure.HelperNotRunning("/run/culvert/helper.sock"));
                    return view;
                });
    }

    private static Node banner(Look look, Failure failure) {
        var connections = new Connections();
        connections.tell(List.of(Sample.connection("Office", State.FAILED, 2, failure)));
        var banner = new FailureBanner(look, remedy -> {});
        banner.show(Sample.card("Office", "vpn.example"), connections.of("Office"));
        return page(banner);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void aProfileThatIsOffIsDrawn(Scheme scheme, String language) {
        draw(
                "off",
                scheme,
                language,
                708,
                640,
                look -> {
                    ProfileCard office = Sample.cards(look.texts().locale()).get(2);
                    var connections = new Connections();
                    connections.tell(
                            List.of(Sample.connection(office.name(), State.OFF, null, null)));
                    Sample.traffic(
                            connections, "c-" + office.name(), java.time.Duration.ofHours(20));
                    var view = new OffView(look);
                    view.show(office, connections.track(office.name()));
                    return page(view);
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void theWindowWithoutProfilesIsDrawn(Scheme scheme, String language) {
        draw(
                "empty",
                scheme,
                language,
                1000,
                690,
                look -> {
                    var view = new EmptyView(look, () -> {}, files -> {});
                    view.show(new Service.Ready("0.1.0"));
                    return view;
                });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void theImportSheetIsDrawn(Scheme scheme, String language) {
        draw(
                "import",
                scheme,
                language,
                720,
                620,
                look -> {
                    Node host = importing(look, List.of(SampleDrafts.office(look)));
                    ((Button) host.lookup("#unused")).fire();
                    return host;
                });
        draw(
                "import-known",
                scheme,
                language,
                720,
                520,
                look -> importing(look, List.of(SampleDrafts.known(look))));
        draw(
                "import-missing",
                scheme,
                language,
                720,
                520,
                look -> importing(look, List.of(SampleDrafts.incomplete(look))));
        draw(
                "import-locked",
                scheme,
                language,
                720,
                520,
                look -> importing(look, List.of(SampleDrafts.locked(look))));
        draw(
                "import-none",
                scheme,
                language,
                720,
                520,
                look -> importing(look, List.of(SampleDrafts.page())));
        draw(
                "import-several",
                scheme,
                language,
                720,
                520,
                look ->
                        importing(
                                look,
                                List.of(
                                        SampleDrafts.office(look),
                                        SampleDrafts.known(look),
                                        SampleDrafts.incomplete(look),
                                        SampleDrafts.page())));
    }

    private static Node importing(Look look, List<ImportDraft> drafts) {
        var host = new StackPane(page(new OffView(look)));
        ImportSheet.open(
                look,
                host,
                SampleDrafts.shelf(drafts),
                SampleDrafts.NO_DEEDS,
                id -> Sample.cards(look.texts().locale()).stream().skip(2).findFirst(),
                drafts.stream().map(ImportDraft::file).toList());
        return host;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void questionsAreDrawn(Scheme scheme, String language) {
        draw(
                "prompt-password",
                scheme,
                language,
                720,
                420,
                look ->
                        asking(
                                look,
                                new Question.Credentials(
                                        Optional.of("anna"),
                                        Optional.of(new Question.Rejection("AUTH-1", "")),
                                        Optional.empty())));
        draw(
                "prompt-code",
                scheme,
                language,
                720,
                520,
                look ->
                        asking(
                                look,
                                new Question.Credentials(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(
                                                new Question.Challenge(
                                                        "Enter the code from your app", true)))));
        draw(
                "prompt-trust",
                scheme,
                language,
                720,
                420,
                look -> asking(look, new Question.TrustUnverified()));
        draw(
                "prompt-key",
                scheme,
                language,
                720,
                420,
                look -> asking(look, new Question.KeyPassphrase(false)));
    }

    private static Node asking(Look look, Question question) {
        var host = new StackPane(page(new OffView(look)));
        var connections = new Connections();
        var beat = new Beat();
        var _ = new PromptDesk(look, host, new QuietHelper(), connections, beat, page -> {});
        connections.tell(List.of(Sample.asking("Office", 7, question)));
        return host;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void theLogIsDrawn(Scheme scheme, String language) {
        draw(
                "log",
                scheme,
                language,
                708,
                420,
                look -> {
                    var model = new LogModel(look);
                    model.add(Sample.log());
                    return page(new LogView(look, model));
                });
        draw(
                "log-empty",
                scheme,
                language,
                708,
                240,
                look -> page(new LogView(look, new LogModel(look))));
    }

    private static Node page(Node view) {
        var page = new StackPane(view);
        page.getStyleClass().add("page");
        return page;
    }

    private static Node sidebar(Look look, String query, boolean remove) {
        ProfileListModel model = model(look);
        if (remove) {
            model.remove(model.all().getFirst());
        }
        model.query().set(query);
        var list = new ProfileList(look, model, NO_DEEDS, new Beat());
        list.getStyleClass().add("sidebar");
        return list;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,zh"})
    void aGroupAndAFavouriteAreDrawn(Scheme scheme, String language) {
        draw("profiles-group", scheme, language, 292, 640, DesktopGalleryTest::grouped);
        draw(
                "import-group",
                scheme,
                language,
                720,
                520,
                look ->
                        importing(
                                look,
                                List.of(
                                        SampleDrafts.akin(look, "acme-paris"),
                                        SampleDrafts.akin(look, "acme-berlin"),
                                        SampleDrafts.akin(look, "acme-oslo"))));
    }

    private static Node grouped(Look look) {
        ProfileListModel model = model(look);
        List<ProfileCard> all = List.copyOf(model.all());
        model.mark(all.get(0), Marks.NONE.withFavourite(true));
        model.mark(all.get(2), Marks.NONE.withGroup("Acme"));
        model.mark(all.get(3), Marks.NONE.withGroup("Acme"));
        model.mark(all.get(4), Marks.NONE.withGroup("Travel"));
        model.mark(all.get(5), Marks.NONE.withGroup("Travel"));
        model.select(all.get(2));
        model.toggleSelected(true);
        var list = new ProfileList(look, model, NO_DEEDS, new Beat());
        list.getStyleClass().add("sidebar");
        return list;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,zh"})
    void theProfilesOfOtherProgramsAreDrawn(Scheme scheme, String language) {
        draw("elsewhere", scheme, language, 720, 520, DesktopGalleryTest::elsewhere);
    }

    private static Node elsewhere(Look look) {
        var host = new StackPane(page(new OffView(look)));
        ElsewhereSheet.open(
                look,
                host,
                List.of(
                        new Elsewhere.Open(
                                "NetworkManager", Luggage.ofText("Office.ovpn", new byte[0])),
                        new Elsewhere.Closed(
                                "/etc/openvpn/client/lab.conf",
                                "sudo install -m 600 -o \"$USER\" '/etc/openvpn/client/lab.conf'"
                                        + " ~/")),
                luggage -> {});
        return host;
    }

    private static ProfileListModel model(Look look) {
        var connections = new Connections();
        List<ProfileCard> cards = Sample.cards(look.texts().locale());
        connections.tell(
                List.of(
                        Sample.connection(cards.get(2).name(), State.ON, null, null),
                        Sample.connection(cards.get(5).name(), State.CONNECTING, 4, null),
                        Sample.connection(
                                cards.get(1).name(), State.FAILED, 2, Sample.noAnswer())));
        Sample.traffic(connections, "c-" + cards.get(2).name(), java.time.Duration.ZERO);
        var shelf = new MemoryShelf(cards);
        var model = new ProfileListModel(look, shelf, connections);
        shelf.open(Sample.listener(model::profiles));
        model.select(cards.get(2));
        return model;
    }

    static void draw(
            String name,
            Scheme scheme,
            String language,
            double width,
            double height,
            Function<Look, Node> view) {
        Theme theme = Fx.on(Theme::new);
        Look look = Sample.look(Locale.of(language), theme);
        Parent root =
                Fx.on(() -> {
                    theme.choice()
                            .set(scheme == Scheme.DARK ? Theme.Choice.DARK : Theme.Choice.LIGHT);
                    return new BorderPane(view.apply(look));
                });
        Stage stage = Fx.show(theme, root, width, height);
        Optional.ofNullable(Fx.on(() -> root.lookup("#profiles")))
                .filter(rows -> rows.isVisible())
                .ifPresent(rows -> Fx.run(rows::requestFocus));
        String picture = name + "-" + scheme.word() + "-" + language;
        Fx.picture(stage, picture);
        Fx.close(stage);
        assertTrue(Files.exists(Path.of("target", "screenshots", picture + ".png")));
    }
}

package org.culvert.desktop.profiles;

import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Shows what importing files would do, and does it. */
public final class ImportSheet {
    private static final double WIDTH = 560;

    private final Look look;
    private final Pane host;
    private final ProfileShelf shelf;
    private final ImportDeeds deeds;
    private final Function<String, Optional<ProfileCard>> known;
    private final Sheet sheet;
    private Optional<DraftView> shown = Optional.empty();

    private ImportSheet(
            Look look,
            Pane host,
            ProfileShelf shelf,
            ImportDeeds deeds,
            Function<String, Optional<ProfileCard>> known) {
        this.look = look;
        this.host = host;
        this.shelf = shelf;
        this.deeds = deeds;
        this.known = known;
        sheet = new Sheet(look.text("import.title"), WIDTH);
        sheet.setId("import-sheet");
    }

    /**
     * Opens over {@code host} once {@code files} are read; {@code known} finds the stored profile
     * of an id.
     */
    public static void open(
            Look look,
            Pane host,
            ProfileShelf shelf,
            ImportDeeds deeds,
            Function<String, Optional<ProfileCard>> known,
            List<Path> files) {
        if (!files.isEmpty()) {
            new ImportSheet(look, host, shelf, deeds, known).read(files);
        }
    }

    private void read(List<Path> files) {
        var model = new ImportModel(shelf, deeds, files);
        model.drafts()
                .subscribe(drafts -> {
                    if (drafts.size() == 1) {
                        one(model, drafts.getFirst());
                    } else if (!drafts.isEmpty()) {
                        several(model, drafts);
                    }
                });
    }

    private void one(ImportModel model, ImportDraft draft) {
        var view =
                new DraftView(
                        look,
                        draft,
                        draft.known().flatMap(known),
                        part -> choosePart(model, draft, part),
                        passphrase -> model.unlock(draft, passphrase));
        shown.ifPresent(before -> view.name().setText(before.name().getText()));
        shown = Optional.of(view);
        sheet.title(look.text("import.title"));
        sheet.content(view);
        var buttons = new ArrayList<Button>();
        buttons.add(Parts.button(look.text("button.cancel"), sheet::close));
        for (ImportModel.Choice choice : ImportModel.choices(draft)) {
            String key = choice.name().toLowerCase(Locale.ROOT);
            Button button =
                    Parts.button(
                            look.text("import." + key),
                            () -> {
                                if (view.tighten() && choice != ImportModel.Choice.OTHER_FILE) {
                                    model.tighten(draft);
                                }
                                act(model, draft, choice, view.name().getText());
                            });
            button.setId("import-" + key);
            buttons.add(button);
        }
        sheet.buttons(sheet::close, buttons.toArray(Button[]::new));
        sheet.open(host, sheet.standard().orElseThrow());
    }

    private void act(ImportModel model, ImportDraft draft, ImportModel.Choice choice, String name) {
        sheet.close();
        if (choice == ImportModel.Choice.OTHER_FILE) {
            deeds.chooseFiles(
                    look.text("import.choose"),
                    true,
                    files -> open(look, host, shelf, deeds, known, files));
        } else {
            model.choose(draft, choice, name);
        }
    }

    private void choosePart(ImportModel model, ImportDraft draft, String part) {
        deeds.chooseFiles(
                look.text("import.choosePart", part),
                false,
                files -> files.stream().findFirst().ifPresent(f -> model.part(draft, part, f)));
    }

    private void several(ImportModel model, List<ImportDraft> drafts) {
        var table = new DraftTable(look, drafts);
        sheet.title(look.text("import.titleMany", drafts.size()));
        var group = new GroupField(look);
        sheet.content(table, group);
        Button add =
                Parts.button(
                        "",
                        () -> {
                            sheet.close();
                            model.addAll(table.chosen(), group.name());
                        });
        add.setId("import-several");
        table.ticked()
                .subscribe(count -> {
                    group.suggest(Kinship.of(table.chosen()));
                    add.setText(look.text("import.addMany", count));
                    add.setDisable(count.intValue() == 0);
                });
        sheet.buttons(sheet::close, Parts.button(look.text("button.cancel"), sheet::close), add);
        sheet.open(host, add);
    }
}

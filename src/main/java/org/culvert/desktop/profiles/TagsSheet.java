package org.culvert.desktop.profiles;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Fields;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;
import org.culvert.profile.store.Marks;

import java.util.List;
import java.util.function.Consumer;

/** Asks for the words that a profile shall be found by, and for its group. */
public final class TagsSheet {
    private static final double WIDTH = 460;

    private TagsSheet() {}

    /** Opens over {@code host}; {@code chosen} gets the marks with what was typed. */
    public static void open(Look look, Pane host, ProfileCard card, Consumer<Marks> chosen) {
        var sheet = new Sheet(look.text("tags.title", card.name()), WIDTH);
        sheet.setId("tags-sheet");
        var tags = new TextField(String.join(", ", card.marks().tags()));
        tags.setId("tags");
        var group = new TextField(card.marks().group());
        group.setId("group");
        sheet.content(
                Fields.named(look.text("tags.name"), tags, Fields.framed(tags)),
                Parts.wrapped(look.text("tags.hint"), "small", "muted"),
                Fields.named(look.text("tags.group"), group, Fields.framed(group)));
        Button keep =
                Parts.button(
                        look.text("button.keep"),
                        () -> {
                            sheet.close();
                            List<String> words = List.of(tags.getText().split("[,;、，；]", -1));
                            chosen.accept(card.marks().withTags(words).withGroup(group.getText()));
                        });
        keep.setId("tags-keep");
        sheet.buttons(sheet::close, Parts.button(look.text("button.cancel"), sheet::close), keep);
        sheet.open(host, tags);
    }
}

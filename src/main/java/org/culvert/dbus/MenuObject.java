package org.culvert.dbus;

import org.culvert.dbus.wire.DbusMenu;
import org.culvert.dbus.wire.MenuEvent;
import org.culvert.dbus.wire.MenuNode;
import org.culvert.dbus.wire.MenuProperties;
import org.culvert.dbus.wire.Two;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The tray's menu as the bus sees it: one level below the root, drawn by the host. */
final class MenuObject extends Served implements DbusMenu {
    static final String PATH = "/MenuBar";

    private static final int ROOT = 0;

    private final IntConsumer clicked;
    private volatile Layout layout;

    /** What is shown, and how often the tree has changed. */
    record Layout(int revision, List<MenuEntry> entries) {}

    MenuObject(List<MenuEntry> entries, IntConsumer clicked) {
        super(PATH);
        this.layout = new Layout(1, entries);
        this.clicked = clicked;
    }

    /** Shows other entries; returns those that only read differently, or nothing for a new tree. */
    Optional<List<MenuEntry>> show(List<MenuEntry> entries) {
        Layout before = layout;
        if (!ids(before.entries()).equals(ids(entries))) {
            layout = new Layout(before.revision() + 1, entries);
            return Optional.empty();
        }
        layout = new Layout(before.revision(), entries);
        return Optional.of(entries.stream().filter(e -> !before.entries().contains(e)).toList());
    }

    private static List<Integer> ids(List<MenuEntry> entries) {
        return entries.stream().map(MenuEntry::id).toList();
    }

    UInt32 revision() {
        return new UInt32(layout.revision());
    }

    @Override
    Map<String, Variant<?>> properties() {
        var all = new LinkedHashMap<String, Variant<?>>();
        all.put("Version", new Variant<>(new UInt32(3)));
        all.put("TextDirection", new Variant<>("ltr"));
        all.put("Status", new Variant<>("normal"));
        all.put("IconThemePath", new Variant<>(List.<String>of(), "as"));
        return all;
    }

    /** Everything that can be said of an entry; what is the default is left out. */
    static MenuProperties describe(MenuEntry entry) {
        var all = new LinkedHashMap<String, Variant<?>>();
        // an underscore would underline the next letter
        all.put("label", new Variant<>(entry.label().replace("_", "__")));
        all.put("enabled", new Variant<>(entry.kind() != MenuEntry.Kind.TEXT));
        switch (entry.kind()) {
            case TEXT, ACTION -> {}
            case CHECKED -> toggle(all, 1);
            case UNCHECKED -> toggle(all, 0);
            case SEPARATOR -> {
                all.clear();
                all.put("type", new Variant<>("separator"));
            }
        }
        return new MenuProperties(entry.id(), all);
    }

    private static void toggle(Map<String, Variant<?>> all, int state) {
        all.put("toggle-type", new Variant<>("checkmark"));
        all.put("toggle-state", new Variant<>(state));
    }

    @Override
    public Two<UInt32, MenuNode> getLayout(int parent, int depth, List<String> names) {
        Layout now = layout;
        var children = new ArrayList<Variant<?>>();
        if (parent == ROOT && depth != 0) {
            for (MenuEntry entry : now.entries()) {
                children.add(new Variant<>(node(entry), "(ia{sv}av)"));
            }
        }
        MenuNode top =
                find(now, parent)
                        .map(MenuObject::node)
                        .orElseGet(() -> new MenuNode(ROOT, root(), children));
        return new Two<>(new UInt32(now.revision()), top);
    }

    private static Map<String, Variant<?>> root() {
        return Map.of("children-display", new Variant<>("submenu"));
    }

    private static MenuNode node(MenuEntry entry) {
        return new MenuNode(entry.id(), describe(entry).properties, List.of());
    }

    private static Optional<MenuEntry> find(Layout layout, int id) {
        return layout.entries().stream().filter(entry -> entry.id() == id).findFirst();
    }

    @Override
    public List<MenuProperties> getGroupProperties(List<Integer> ids, List<String> names) {
        var found = new ArrayList<MenuProperties>();
        if (ids.isEmpty() || ids.contains(ROOT)) {
            found.add(new MenuProperties(ROOT, root()));
        }
        layout.entries().stream()
                .filter(entry -> ids.isEmpty() || ids.contains(entry.id()))
                .map(MenuObject::describe)
                .forEach(found::add);
        return found;
    }

    @Override
    public Variant<?> getProperty(int id, String name) {
        return Optional.ofNullable(getGroupProperties(List.of(id), List.of()))
                .filter(found -> !found.isEmpty())
                .<Variant<?>>map(found -> found.getFirst().properties.get(name))
                .orElseThrow(() -> new UnknownProperty("no property " + name + " of " + id));
    }

    @Override
    public void event(int id, String kind, Variant<?> data, UInt32 time) {
        boolean active =
                find(layout, id)
                        .filter(entry -> entry.kind() != MenuEntry.Kind.TEXT)
                        .filter(entry -> entry.kind() != MenuEntry.Kind.SEPARATOR)
                        .isPresent();
        if (active && kind.equals("clicked")) {
            clicked.accept(id);
        }
    }

    @Override
    public List<Integer> eventGroup(List<MenuEvent> events) {
        events.forEach(e -> event(e.id, e.kind, e.data, e.time));
        return unknown(events.stream().map(e -> e.id).toList());
    }

    private List<Integer> unknown(List<Integer> ids) {
        Layout now = layout;
        return ids.stream().filter(id -> id != ROOT && find(now, id).isEmpty()).toList();
    }

    /** What is shown has been told already, change by change. */
    @Override
    public boolean aboutToShow(int id) {
        return false;
    }

    @Override
    public Two<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
        return new Two<>(List.of(), unknown(ids));
    }
}

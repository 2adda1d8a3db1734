package org.culvert.dbus;

import org.culvert.dbus.wire.DbusMenu;
import org.culvert.dbus.wire.MenuNode;
import org.culvert.dbus.wire.StatusNotifierItem;
import org.culvert.dbus.wire.Two;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tray item as a host on another connection reads it. */
public final class ReadItem {
    private static final String ITEM = "org.kde.StatusNotifierItem";
    private static final String MENU = "com.canonical.dbusmenu";

    private final StatusNotifierItem item;
    private final DbusMenu menu;
    private final Properties itemProperties;
    private final Properties menuProperties;

    /** The item under {@code name}. */
    public ReadItem(Bus bus, String name) throws DBusException {
        item = bus.remote(name, ItemObject.PATH, StatusNotifierItem.class);
        menu = bus.remote(name, MenuObject.PATH, DbusMenu.class);
        itemProperties = bus.remote(name, ItemObject.PATH, Properties.class);
        menuProperties = bus.remote(name, MenuObject.PATH, Properties.class);
    }

    /** A property of the item. */
    public Object get(String name) {
        return itemProperties.Get(ITEM, name);
    }

    /** All properties of the item. */
    public Map<String, Variant<?>> all() {
        return itemProperties.GetAll(ITEM);
    }

    /** A property of the menu. */
    public Object menuProperty(String name) {
        return menuProperties.Get(MENU, name);
    }

    /** Clicks. */
    public StatusNotifierItem clicks() {
        return item;
    }

    /** The menu itself. */
    public DbusMenu menu() {
        return menu;
    }

    /** The menu's lines as people see them: {@code -} separates, brackets hold what is marked. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (Object[] child : children()) {
            Map<?, ?> properties = (Map<?, ?>) child[1];
            lines.add(line(properties));
        }
        return lines;
    }

    private static String line(Map<?, ?> properties) {
        if (properties.containsKey("type")) {
            return "-";
        }
        String label = (String) value(properties, "label");
        if (!Boolean.TRUE.equals(value(properties, "enabled"))) {
            return "(" + label + ")";
        }
        boolean marked =
                properties.containsKey("toggle-state")
                        && Integer.valueOf(1).equals(value(properties, "toggle-state"));
        return marked ? "[" + label + "]" : label;
    }

    /** Clicks the line that reads {@code label}. */
    public void click(String label) {
        for (Object[] child : children()) {
            if (label.equals(value((Map<?, ?>) child[1], "label"))) {
                menu.event((Integer) child[0], "clicked", new Variant<>(""), new UInt32(0));
                return;
            }
        }
        throw new AssertionError("no line " + label + " in " + lines());
    }

    private List<Object[]> children() {
        Two<UInt32, MenuNode> layout = menu.getLayout(0, -1, List.of());
        return layout.second.children.stream().map(child -> (Object[]) child.getValue()).toList();
    }

    private static Object value(Map<?, ?> properties, String name) {
        Object held = properties.get(name);
        return held instanceof Variant<?> variant ? variant.getValue() : "";
    }
}

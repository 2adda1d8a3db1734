package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.List;

/** A menu that another program draws. */
@DBusInterfaceName("com.canonical.dbusmenu")
public interface DbusMenu extends DBusInterface {
    /** The tree below an item, and its revision. */
    @DBusMemberName("GetLayout")
    Two<UInt32, MenuNode> getLayout(int parent, int depth, List<String> names);

    /** Properties of several items; none named means all items. */
    @DBusMemberName("GetGroupProperties")
    List<MenuProperties> getGroupProperties(List<Integer> ids, List<String> names);

    /** One property of one item. */
    @DBusMemberName("GetProperty")
    Variant<?> getProperty(int id, String name);

    /** Something was done to an item. */
    @DBusMemberName("Event")
    void event(int id, String kind, Variant<?> data, UInt32 time);

    /** Several things were done; answers which items are unknown. */
    @DBusMemberName("EventGroup")
    List<Integer> eventGroup(List<MenuEvent> events);

    /** The menu below an item is about to be shown; answers whether it must be read again. */
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);

    /** Several menus are about to be shown; answers which must be read again, which are unknown. */
    @DBusMemberName("AboutToShowGroup")
    Two<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

    /** The tree below {@code parent} is another one. */
    class LayoutUpdated extends DBusSignal {
        private final UInt32 revision;
        private final int parent;

        /** Sent from {@code path}. */
        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
            this.parent = parent;
        }

        /** The revision now. */
        public UInt32 revision() {
            return revision;
        }

        /** The item whose children have changed; 0 is the whole menu. */
        public int parent() {
            return parent;
        }
    }

    /** Some items read differently; the tree is the same. */
    class ItemsPropertiesUpdated extends DBusSignal {
        private final List<MenuProperties> updated;
        private final List<LostProperties> lost;

        /** Sent from {@code path}. */
        public ItemsPropertiesUpdated(
                String path, List<MenuProperties> updated, List<LostProperties> lost)
                throws DBusException {
            super(path, updated, lost);
            this.updated = List.copyOf(updated);
            this.lost = List.copyOf(lost);
        }

        /** What has new values. */
        public List<MenuProperties> updated() {
            return updated;
        }

        /** What is back at its default. */
        public List<LostProperties> lost() {
            return lost;
        }
    }
}

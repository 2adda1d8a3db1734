package org.culvert.dbus;

import org.culvert.dbus.wire.PixmapStruct;
import org.culvert.dbus.wire.StatusNotifierItem;
import org.culvert.dbus.wire.ToolTipStruct;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tray item as the bus sees it. */
final class ItemObject extends Served implements StatusNotifierItem {
    static final String PATH = "/StatusNotifierItem";

    private static final String PIXMAPS = "a(iiay)";
    private static final String TOOL_TIP = "(sa(iiay)ss)";

    private final String id;
    private final TrayItem.Listener listener;
    private volatile TrayPicture picture;

    ItemObject(String id, TrayPicture picture, TrayItem.Listener listener) {
        super(PATH);
        this.id = id;
        this.picture = picture;
        this.listener = listener;
    }

    void show(TrayPicture now) {
        picture = now;
    }

    /** In the words of the specification. */
    static String status(TrayPicture picture) {
        return picture.urgent() ? "NeedsAttention" : "Active";
    }

    @Override
    Map<String, Variant<?>> properties() {
        TrayPicture now = picture;
        var all = new LinkedHashMap<String, Variant<?>>();
        all.put("Category", new Variant<>("SystemServices"));
        all.put("Id", new Variant<>(id));
        all.put("Title", new Variant<>(now.title()));
        all.put("Status", new Variant<>(status(now)));
        all.put("WindowId", new Variant<>(0));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(MenuObject.PATH)));
        all.put("ToolTip", new Variant<>(tip(now), TOOL_TIP));
        all.put("IconThemePath", new Variant<>(""));
        icons(now, all);
        return all;
    }

    /** A host that asks for another icon when it is urgent gets the same one: shapes differ. */
    private static void icons(TrayPicture now, Map<String, Variant<?>> all) {
        List<PixmapStruct> pixmaps = now.pixmaps().stream().map(Pixmap::struct).toList();
        all.put("IconName", new Variant<>(now.iconName()));
        all.put("IconPixmap", new Variant<>(pixmaps, PIXMAPS));
        all.put("AttentionIconName", new Variant<>(now.iconName()));
        all.put("AttentionIconPixmap", new Variant<>(pixmaps, PIXMAPS));
        all.put("AttentionMovieName", new Variant<>(""));
        all.put("OverlayIconName", new Variant<>(""));
        all.put("OverlayIconPixmap", new Variant<>(List.<PixmapStruct>of(), PIXMAPS));
    }

    private static ToolTipStruct tip(TrayPicture now) {
        return new ToolTipStruct("", List.of(), now.title(), now.text());
    }

    @Override
    public void activate(int x, int y) {
        listener.activated(x, y);
    }

    @Override
    public void secondaryActivate(int x, int y) {
        listener.activatedOtherwise();
    }

    @Override
    public void contextMenu(int x, int y) {
        // hosts that draw our menu never ask; one that cannot gets the window
        listener.activated(x, y);
    }

    @Override
    public void scroll(int delta, String orientation) {
        // means nothing here
    }
}

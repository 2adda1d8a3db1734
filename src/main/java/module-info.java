/** Culvert: window, command line and privileged helper of an OpenVPN client, in one module. */
module org.culvert {
    requires static org.jspecify;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires com.sun.jna;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.tls;
    requires tools.jackson.databind;
    requires com.fasterxml.jackson.annotation;
    requires org.freedesktop.dbus;
    requires atlantafx.base;
    requires jdk.net;
    requires java.net.http;
    requires java.logging;

    exports org.culvert.desktop to
            javafx.graphics;
    exports org.culvert.dbus.wire to
            org.freedesktop.dbus;

    opens org.culvert.ipc to
            tools.jackson.databind;
    opens org.culvert.profile.store to
            tools.jackson.databind;
    opens org.culvert.net to
            tools.jackson.databind;
    opens org.culvert.spec to
            tools.jackson.databind;
    opens org.culvert.perf to
            tools.jackson.databind;
    opens org.culvert.prompt to
            tools.jackson.databind;
    opens org.culvert.failure to
            tools.jackson.databind;
    opens org.culvert.platform.linux to
            com.sun.jna;
    opens org.culvert.secret to
            tools.jackson.databind;
}

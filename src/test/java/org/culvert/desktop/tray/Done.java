package org.culvert.desktop.tray;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.spec.Protection;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what the tray asks for. */
final class Done implements TrayDeeds {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    /** What was asked for next. */
    String next() {
        try {
            String what = done.poll(5, TimeUnit.SECONDS);
            return what == null ? "nothing" : what;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether nothing more was asked for. */
    boolean isEmpty() {
        return done.isEmpty();
    }

    @Override
    public void showTraffic(int x, int y) {
        done.add("traffic " + x + " " + y);
    }

    @Override
    public void open() {
        done.add("open");
    }

    @Override
    public void importFile() {
        done.add("import");
    }

    @Override
    public void quit() {
        done.add("quit");
    }

    @Override
    public void toggle(ProfileCard profile) {
        done.add("toggle " + profile.name());
    }

    @Override
    public void disconnect(String profile) {
        done.add("disconnect " + profile);
    }

    @Override
    public void reconnect(String profile) {
        done.add("reconnect " + profile);
    }

    @Override
    public void protect(ProfileCard profile, Protection protection) {
        done.add("drops " + profile.name() + " " + protection.drops());
    }

    @Override
    public void glance() {}

    @Override
    public void unhosted() {
        done.add("unhosted");
    }
}

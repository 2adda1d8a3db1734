package org.culvert.desktop.mini;

import org.culvert.desktop.link.ProfileCard;

import java.util.ArrayList;
import java.util.List;

/** Writes down what the mini window asks for. */
final class Asked implements MiniDeeds {
    private final List<String> done = new ArrayList<>();
    private boolean wayBack = true;

    List<String> done() {
        return done;
    }

    void wayBack(boolean there) {
        wayBack = there;
    }

    @Override
    public void expand() {
        done.add("expand");
    }

    @Override
    public void connect(ProfileCard profile) {
        done.add("connect " + profile.name());
    }

    @Override
    public void disconnect(String profile) {
        done.add("disconnect " + profile);
    }

    @Override
    public boolean wayBack() {
        return wayBack;
    }
}

package org.culvert.desktop.tray;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Foremost;
import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.traffic.LiveNumbers;
import org.culvert.failure.FailureText;

import java.util.Optional;

/**
 * The two lines that say how things stand: the tool tip, and the head of the menu.
 *
 * @param state who and how
 * @param rates what flows now; empty where nothing can
 */
record TrayWords(String state, String rates) {
    static TrayWords of(Optional<Foremost> foremost, Connections connections, Look look) {
        return foremost.map(one -> of(one, connections, look))
                .orElseGet(() -> named(look.text("app.name"), look.text("state.off"), "", look));
    }

    private static TrayWords of(Foremost one, Connections connections, Look look) {
        return named(one.name(), how(one, look), rates(one, connections, look), look);
    }

    private static TrayWords named(String name, String how, String rates, Look look) {
        return new TrayWords(look.text("tray.state", name, how), rates);
    }

    private static String how(Foremost one, Look look) {
        return one.situation()
                .failure()
                .filter(failure -> !one.situation().busy())
                .map(failure -> FailureText.of(failure, look.texts().locale()).title())
                .orElseGet(() -> Headline.of(one.situation(), look).line());
    }

    private static String rates(Foremost one, Connections connections, Look look) {
        if (!one.situation().up()) {
            return "";
        }
        String rates = LiveNumbers.line(connections.track(one.name()));
        return one.situation()
                .connection()
                .flatMap(c -> Optional.<Integer>ofNullable(c.rttMillis()))
                .map(trip -> rates + "   " + look.text("unit.millis", trip))
                .orElse(rates);
    }

    /** The same with the rates that were said before, where something flowed then too. */
    TrayWords withRatesOf(TrayWords earlier) {
        boolean flows = !rates.isEmpty() && !earlier.rates.isEmpty();
        return new TrayWords(state, flows ? earlier.rates : rates);
    }
}

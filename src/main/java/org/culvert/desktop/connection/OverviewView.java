package org.culvert.desktop.connection;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.traffic.GraphModel;
import org.culvert.desktop.traffic.LiveNumbers;
import org.culvert.desktop.traffic.NumbersView;
import org.culvert.desktop.traffic.Track;
import org.culvert.desktop.traffic.TrafficCard;
import org.culvert.ipc.Connection;

import java.util.List;
import java.util.Optional;

/**
 * What there is to see of one profile: what will happen while it is off, the stages while it comes
 * up, numbers, graph and facts while it is up; above them the cause of what does not work.
 */
public final class OverviewView extends VBox {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final Look look;
    private final GraphModel graph;
    private final NumbersView numbers;
    private final TrafficCard traffic;
    private final FactsView facts = new FactsView(2);
    private final FoldedFacts folded;
    private final StagesView stages = new StagesView();
    private final OffView off;
    private final FailureBanner banner;
    private final BooleanProperty low = new SimpleBooleanProperty();

    /** An empty overview; its graph shows {@code graph}. */
    public OverviewView(Look look, GraphModel graph, FailureBanner banner) {
        super(16);
        this.look = look;
        this.graph = graph;
        this.banner = banner;
        numbers = new NumbersView(look);
        traffic = new TrafficCard(look, graph);
        folded = new FoldedFacts(look);
        off = new OffView(look);
        VBox.setVgrow(traffic, Priority.ALWAYS);
        VBox.setVgrow(off, Priority.ALWAYS);
        low.subscribe(now -> stages.pseudoClassStateChanged(LOW, now));
    }

    /** Whether the window is too low for a card of facts. */
    public BooleanProperty low() {
        return low;
    }

    /** Whether a banner has the button that helps. */
    public boolean answers() {
        return banner.isVisible();
    }

    /** Shows how {@code card} stands. */
    public void show(ProfileCard card, Situation situation, Optional<Track> track) {
        Optional<Connection> connection = situation.connection();
        banner.show(card, situation);
        switch (situation.state()) {
            case OFF -> {
                stand(banner, off);
                off.show(card, track);
            }
            case CONNECTING, NEED_USER, BLOCKED, FAILED -> staged(situation);
            case ON, DEGRADED, RECONNECTING -> connection.ifPresent(c -> live(c, track));
        }
    }

    /** How far it is or was; what is wrong stands above. */
    private void staged(Situation situation) {
        if (situation.stage() > 0 || !banner.isVisible()) {
            stand(banner, stages);
            stages.show(StageRow.of(situation, look));
        } else {
            stand(banner);
        }
    }

    private void live(Connection connection, Optional<Track> track) {
        boolean answers = banner.isVisible();
        if (low.get() && answers) {
            stand(banner, traffic);
        } else {
            stand(banner, numbers, traffic, low.get() || answers ? folded : facts);
        }
        if (!graph.track().get().equals(track)) {
            graph.track().set(track);
        }
        numbers.show(LiveNumbers.of(connection, track, look));
        List<Fact> all = Fact.of(connection, look);
        facts.show(all);
        folded.show(all);
    }

    private void stand(Node... nodes) {
        List<Node> wanted = List.of(nodes);
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }
}

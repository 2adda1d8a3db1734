package org.culvert.desktop;

import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.link.Service;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;

import java.util.List;
import java.util.function.Consumer;

/** What helper and disk tell, passed on to whoever shows it. */
record News(Models models, MainWindow window, Intake intake, Consumer<Failure> trouble)
        implements HelperLink.Listener, ProfileShelf.Listener {
    @Override
    public void service(Service service) {
        window.show(service);
        if (service instanceof Service.Unreachable) {
            models.connections().forget();
        }
    }

    @Override
    public void connections(List<Connection> connections) {
        models.connections().tell(connections);
    }

    @Override
    public void history(String id, List<TrafficSample> hour, List<TrafficSample> minutes) {
        models.connections().past(id, hour, minutes);
    }

    @Override
    public void sample(String id, TrafficSample sample) {
        models.connections().sample(id, sample);
    }

    @Override
    public void log(List<Response.LogLine> lines) {}

    @Override
    public void profiles(List<ProfileCard> profiles) {
        models.profiles().profiles(profiles);
        window.profilesTold();
        intake.profilesTold();
    }

    @Override
    public void trouble(Failure failure) {
        trouble.accept(failure);
    }
}

package org.culvert.desktop.link;

import org.culvert.ipc.Connection;
import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears everything a helper tells; a test takes it piece by piece. */
final class Ears implements HelperLink.Listener {
    /** The past of a connection. */
    record Past(String id, List<TrafficSample> hour, List<TrafficSample> minutes) {}

    private final LinkedBlockingQueue<Service> services = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<List<Connection>> lists = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Object> traffic = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Response.LogLine> lines = new LinkedBlockingQueue<>();

    @Override
    public void service(Service service) {
        services.add(service);
    }

    @Override
    public void connections(List<Connection> connections) {
        lists.add(connections);
    }

    @Override
    public void history(String id, List<TrafficSample> hour, List<TrafficSample> minutes) {
        traffic.add(new Past(id, hour, minutes));
    }

    @Override
    public void sample(Response.TrafficNotice tenth) {
        traffic.add(tenth);
    }

    @Override
    public void samples(String id, List<TrafficSample> tenths) {
        traffic.add(new Past(id, List.of(), tenths));
    }

    @Override
    public void log(List<Response.LogLine> more) {
        lines.addAll(more);
    }

    Service service() throws InterruptedException {
        return next(services);
    }

    List<Connection> connections() throws InterruptedException {
        return next(lists);
    }

    /** A {@link Past} or a tenth of a second. */
    Object traffic() throws InterruptedException {
        return next(traffic);
    }

    long line() throws InterruptedException {
        return next(lines).number();
    }

    private static <T> T next(LinkedBlockingQueue<T> from) throws InterruptedException {
        T next = from.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return next;
    }
}

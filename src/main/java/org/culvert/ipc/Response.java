package org.culvert.ipc;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.culvert.failure.Failure;
import org.culvert.perf.Stage;
import org.culvert.perf.TrafficSample;

import java.util.List;
import java.util.Map;

/** What the helper answers: replies carry the request's id, notices a growing number. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Response {
    /** First frame. */
    record Hello(int protocol, String version) implements Response {}

    /** Done. */
    record Done(int id) implements Response {}

    /** Not done, and why. */
    record Refused(int id, Failure failure) implements Response {}

    /** The prompt that was answered is gone. */
    record Gone(int id) implements Response {}

    /** The request is none; the connection is closed. */
    record Malformed(String reason) implements Response {}

    /** Everything there is to know of all connections that the caller may see. */
    record StatusReply(int id, List<Connection> connections) implements Response {
        /** Copies its list. */
        public StatusReply {
            connections = List.copyOf(connections);
        }
    }

    /** Where the time goes, by stage. */
    record StatsReply(int id, List<StageRow> stages, Map<String, Long> drops) implements Response {
        /** Copies its collections. */
        public StatsReply {
            stages = List.copyOf(stages);
            drops = Map.copyOf(drops);
        }
    }

    /** One stage: its share of the time of all threads (0..1), mean nanoseconds, entries. */
    record StageRow(Stage stage, double share, long meanNanos, long count) {}

    /** A page of the diary. */
    record LogReply(int id, List<LogLine> lines) implements Response {
        /** Copies its list. */
        public LogReply {
            lines = List.copyOf(lines);
        }
    }

    /** A page of samples, oldest first. */
    record HistoryReply(int id, List<TrafficSample> samples) implements Response {
        /** Copies its list. */
        public HistoryReply {
            samples = List.copyOf(samples);
        }
    }

    /** The status has changed; the first of a client is full, as all are. */
    record StatusNotice(long seq, List<Connection> connections) implements Response {
        /** Copies its list. */
        public StatusNotice {
            connections = List.copyOf(connections);
        }
    }

    /** A tenth of a second of a connection. */
    record TrafficNotice(
            long seq, String connection, TrafficSample sample, long bytesIn, long bytesOut)
            implements Response {}

    /** A line of the diary. */
    record LogNotice(long seq, LogLine line) implements Response {}

    /** A line of the diary; {@code number} grows by one a line. */
    record LogLine(long number, long atMillis, String text) {}
}

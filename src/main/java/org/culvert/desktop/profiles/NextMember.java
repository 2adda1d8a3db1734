package org.culvert.desktop.profiles;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the next of a group once one of its members does not answer. Used on one thread. */
final class NextMember {
    private final Set<String> failed = new HashSet<>();

    /** The member that failed just now, and the one to try instead. */
    record Offer(ProfileCard failed, ProfileCard next) {}

    /** What to offer now that {@code connections} stand as they do; once for each failure. */
    Optional<Offer> hear(List<Connection> connections, List<ProfileCard> all) {
        Optional<Offer> offer = Optional.empty();
        for (Connection connection : connections) {
            if (connection.state() == State.ON) {
                failed.clear();
            } else if (isSilent(connection) && failed.add(connection.profile())) {
                offer = offer(connection.profile(), all);
            }
        }
        return offer;
    }

    /** The server is not there; being offline is nobody's fault. */
    private static boolean isSilent(Connection connection) {
        Failure failure = connection.failure();
        return connection.state() == State.FAILED
                && failure != null
                && failure.code() != FailureCode.NET_1
                && failure.code().exitCode() == FailureCode.NET_3.exitCode();
    }

    private Optional<Offer> offer(String name, List<ProfileCard> all) {
        return all.stream()
                .filter(card -> card.name().equals(name) && !card.marks().group().isEmpty())
                .findFirst()
                .flatMap(card -> next(card, all).map(next -> new Offer(card, next)));
    }

    /** The one behind it, from the last on to the first; none that has failed too. */
    private Optional<ProfileCard> next(ProfileCard card, List<ProfileCard> all) {
        List<ProfileCard> members =
                all.stream().filter(c -> c.marks().group().equals(card.marks().group())).toList();
        int place = members.indexOf(card);
        return IntStream.range(1, members.size())
                .mapToObj(i -> members.get((place + i) % members.size()))
                .filter(member -> !failed.contains(member.name()))
                .filter(member -> member.draft().isEmpty())
                .findFirst();
    }
}

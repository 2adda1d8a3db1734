package org.culvert.platform.linux;

import org.culvert.plan.Undo;
import org.culvert.platform.Journal;
import org.culvert.platform.PlatformException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The journal as a file of one line a record, on the disk before a change is made. */
public final class FileJournal implements Journal {
    private static final Set<OpenOption> WRITE =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS);

    private static final int LONGEST = 4 << 20;

    private final Path file;
    private final List<Undo> records;

    private FileJournal(Path file, List<Undo> records) {
        this.file = file;
        this.records = records;
    }

    /** The journal in the helper's own folder; a line that is none is left out. */
    public static FileJournal open(Path state) throws PlatformException {
        Path file = state.resolve("journal");
        try {
            return new FileJournal(file, records(file));
        } catch (IOException e) {
            throw new PlatformException("open " + file, 0, String.valueOf(e.getMessage()));
        }
    }

    /** Octets that are no text are lines that are no records. */
    private static List<Undo> records(Path file) throws IOException {
        var records = new ArrayList<Undo>();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                String text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
                text.lines().flatMap(line -> UndoLine.read(line).stream()).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void add(Undo undo) throws PlatformException {
        addAll(List.of(undo));
    }

    @Override
    public synchronized void addAll(List<Undo> undos) throws PlatformException {
        List<Undo> fresh = undos.stream().distinct().filter(u -> !records.contains(u)).toList();
        if (records.addAll(fresh)) {
            store();
        }
    }

    @Override
    public void remove(Undo undo) throws PlatformException {
        removeAll(List.of(undo));
    }

    @Override
    public synchronized void removeAll(List<Undo> undos) throws PlatformException {
        if (records.removeAll(undos)) {
            store();
        }
    }

    @Override
    public synchronized List<Undo> pending() {
        return List.copyOf(records);
    }

    private void store() throws PlatformException {
        Path fresh = file.resolveSibling("journal.new");
        String text = records.stream().map(UndoLine::write).collect(Collectors.joining());
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            try (var channel = FileChannel.open(fresh, WRITE, mode)) {
                var left = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            try (var folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new PlatformException("write " + file, 0, String.valueOf(e.getMessage()));
        }
    }
}

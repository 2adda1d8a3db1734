package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.keys.Certificates;
import org.culvert.keys.KeyFile;
import org.culvert.keys.StaticKeyFile;
import org.culvert.keys.TlsCryptV2KeyFile;
import org.culvert.secret.Secret;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.TlsSpec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The keys and certificates of a profile, checked against each other. */
record Parts(Profile profile) {
    ControlWrapping wrapping(String digest) throws Connecting.Stop {
        Optional<Directive> own = extraKey("tls-crypt-v2");
        if (own.isPresent()) {
            var key = own.get().block().flatMap(TlsCryptV2KeyFile::read);
            return key.map(k -> new ControlWrapping.TlsCryptV2(k.key(), k.wrapped()))
                    .orElseThrow(() -> missing("tls-crypt-v2"));
        }
        Optional<Directive> crypt = extraKey("tls-crypt");
        if (crypt.isPresent()) {
            return new ControlWrapping.TlsCrypt(staticKey(crypt.get()));
        }
        Optional<Directive> auth = extraKey("tls-auth");
        if (auth.isPresent()) {
            return new ControlWrapping.TlsAuth(staticKey(auth.get()), direction(), digest);
        }
        return new ControlWrapping.Plain();
    }

    /** The key of the profile or that of its connection blocks, which must be one and the same. */
    private Optional<Directive> extraKey(String name) throws Connecting.Stop {
        List<Directive> blocks =
                profile.directives().stream()
                        .filter(d -> d.name().equals(name) && d.block().isPresent())
                        .toList();
        Optional<Directive> other =
                blocks.stream().filter(d -> !d.block().equals(blocks.getFirst().block())).findAny();
        if (other.isPresent() && blocks.stream().anyMatch(d -> d.connection() > 0)) {
            var place = profile.place(other.get());
            throw new Connecting.Stop(new Failure.OptionNotSupported(place, name));
        }
        return blocks.isEmpty() ? profile.part(name) : Optional.of(blocks.getLast());
    }

    TlsSpec tls(boolean acceptUnverified) throws Connecting.Stop {
        String ca = authorities();
        if (Certificates.fromPem(ca).isEmpty()) {
            throw missing("ca");
        }
        return new TlsSpec(
                ca,
                identity(),
                check(acceptUnverified),
                version("tls-version-min", TlsSpec.TlsVersion.TLS_1_2),
                version("tls-version-max", TlsSpec.TlsVersion.TLS_1_3),
                list("tls-groups"),
                list("tls-cipher"));
    }

    /** All blocks, each once. */
    private String authorities() throws Connecting.Stop {
        String all =
                profile.all("ca")
                        .flatMap(d -> d.block().stream())
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return all.isBlank() ? required("ca") : all;
    }

    private Optional<TlsSpec.Identity> identity() throws Connecting.Stop {
        if (!profile.has("cert") && !profile.has("key")) {
            return Optional.empty();
        }
        String certificate = required("cert");
        String key = required("key");
        var chain = Certificates.fromPem(certificate);
        if (chain.isEmpty()) {
            throw missing("cert");
        }
        Secret secret = Secret.ofUtf8(key);
        switch (KeyFile.read(secret, Optional.empty())) {
            case KeyFile.Loaded(var loaded) -> {
                if (!loaded.belongsTo(chain.get().getFirst())) {
                    throw new Connecting.Stop(new Failure.KeyMismatch(place("cert"), place("key")));
                }
            }
            case KeyFile.Unreadable _ -> throw missing("key");
            case KeyFile.PassphraseNeeded _, KeyFile.PassphraseWrong _ -> {}
        }
        String intermediate =
                profile.part("extra-certs").flatMap(Directive::block).map("\n"::concat).orElse("");
        return Optional.of(new TlsSpec.Identity(certificate + intermediate, secret));
    }

    private TlsSpec.ServerCheck check(boolean acceptUnverified) {
        boolean usage =
                isServer(profile.last("remote-cert-tls")) || isServer(profile.last("ns-cert-type"));
        Optional<TlsSpec.NameCheck> name =
                profile.last("verify-x509-name")
                        .filter(d -> d.argument(0).isPresent())
                        .map(d ->
                                new TlsSpec.NameCheck(
                                        form(d.argument(1).orElse("subject")),
                                        d.argument(0).get()));
        Optional<TlsSpec.NameCheck> old =
                profile.last("tls-remote").flatMap(d -> d.argument(0)).map(OldName::check);
        return new TlsSpec.ServerCheck(usage, name.or(() -> old), acceptUnverified);
    }

    private static boolean isServer(Optional<Directive> directive) {
        return directive.flatMap(d -> d.argument(0)).filter("server"::equals).isPresent();
    }

    private static TlsSpec.NameCheck.Form form(String word) {
        return switch (word) {
            case "name" -> TlsSpec.NameCheck.Form.NAME;
            case "name-prefix" -> TlsSpec.NameCheck.Form.NAME_PREFIX;
            default -> TlsSpec.NameCheck.Form.SUBJECT;
        };
    }

    private TlsSpec.TlsVersion version(String option, TlsSpec.TlsVersion otherwise) {
        return switch (profile.last(option).flatMap(d -> d.argument(0)).orElse("")) {
            case "1.3" -> TlsSpec.TlsVersion.TLS_1_3;
            case "1.2" -> TlsSpec.TlsVersion.TLS_1_2;
            default -> otherwise;
        };
    }

    private List<String> list(String option) {
        return profile.last(option)
                .flatMap(d -> d.argument(0))
                .map(text -> Arrays.asList(text.split(":", -1)))
                .orElse(List.of());
    }

    private Secret staticKey(Directive directive) throws Connecting.Stop {
        String text = directive.block().orElseThrow(() -> missing(directive.name()));
        return StaticKeyFile.read(text).orElseThrow(() -> missing(directive.name()));
    }

    /** Its own line wins over the argument of {@code tls-auth}, wherever the two stand. */
    private OptionalInt direction() {
        return named("key-direction", 0)
                .or(() -> named("tls-auth", 1))
                .filter(word -> word.equals("0") || word.equals("1"))
                .map(word -> OptionalInt.of(Integer.parseInt(word)))
                .orElse(OptionalInt.empty());
    }

    private Optional<String> named(String option, int argument) {
        return profile.directives().stream()
                .filter(d -> d.name().equals(option))
                .flatMap(d -> d.argument(argument).stream())
                .reduce((_, last) -> last);
    }

    private String required(String name) throws Connecting.Stop {
        return profile.part(name)
                .flatMap(Directive::block)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> missing(name));
    }

    private Connecting.Stop missing(String name) {
        Optional<String> path = profile.last(name).flatMap(Directive::file);
        return new Connecting.Stop(new Failure.PartMissing(place(name), name, path));
    }

    private Failure.Place place(String name) {
        Spot spot = profile.spot(name);
        return new Failure.Place(spot.file(), spot.line());
    }
}

package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.keys.Certificates;
import org.culvert.keys.KeyFile;
import org.culvert.keys.StaticKeyFile;
import org.culvert.secret.Secret;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.TlsSpec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys and certificates of a profile, checked against each other. */
record Parts(Profile profile) {
    ControlWrapping wrapping(String digest) throws Connecting.Stop {
        Optional<Directive> crypt = profile.part("tls-crypt");
        if (crypt.isPresent()) {
            return new ControlWrapping.TlsCrypt(staticKey(crypt.get()));
        }
        Optional<Directive> auth = profile.part("tls-auth");
        if (auth.isPresent()) {
            return new ControlWrapping.TlsAuth(staticKey(auth.get()), direction(), digest);
        }
        return new ControlWrapping.Plain();
    }

    TlsSpec tls(boolean acceptUnverified) throws Connecting.Stop {
        String ca = required("ca");
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
        return Optional.of(new TlsSpec.Identity(certificate, secret));
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
        return new TlsSpec.ServerCheck(usage, name, acceptUnverified);
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

    private OptionalInt direction() {
        return profile.last("key-direction")
                .flatMap(d -> d.argument(0))
                .or(() -> profile.all("tls-auth").flatMap(d -> d.argument(1).stream()).findFirst())
                .filter(word -> word.equals("0") || word.equals("1"))
                .map(word -> OptionalInt.of(Integer.parseInt(word)))
                .orElse(OptionalInt.empty());
    }

    private String required(String name) throws Connecting.Stop {
        return profile.part(name)
                .flatMap(Directive::block)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> missing(name));
    }

    private Connecting.Stop missing(String name) {
        Optional<String> path =
                profile.last(name)
                        .flatMap(d -> d.argument(0))
                        .filter(word -> !word.equalsIgnoreCase("[inline]"));
        return new Connecting.Stop(new Failure.PartMissing(place(name), name, path));
    }

    private Failure.Place place(String name) {
        return profile.part(name).map(profile::place).orElse(new Failure.Place(profile.file(), 0));
    }
}

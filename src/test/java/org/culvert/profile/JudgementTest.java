package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Each row is a line of a client's file and what is said of it. */
class JudgementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    nobind                                 ; nobind KEPT
                    resolv-retry maybe                     ; resolv-retry NO_NUMBER
                    mode p2p                               ; mode KEPT
                    mode server                            ; mode SERVER
                    key-method 2                           ; key-method KEPT
                    key-method 1                           ; key-method INSECURE
                    up /tmp/evil.sh                        ; up NEVER_HONOURED
                    plugin /lib/evil.so                    ; plugin NEVER_HONOURED
                    log openvpn.log                        ; log NEVER_HONOURED
                    dns-updown /bin/sh                     ; dns-updown NEVER_HONOURED
                    dns-updown disable                     ; dns-updown KEPT
                    script-security 3                      ; script-security KEPT
                    scramble obfuscate x                   ; scramble NOT_SUPPORTED
                    fragment 1300                          ; fragment NOT_SUPPORTED
                    http-proxy proxy.example               ; http-proxy BAD_VALUE
                    http-proxy proxy.example 8080          ; http-proxy CONFLICT
                    http-proxy p.example 8080 file ntlm    ; http-proxy NOT_SUPPORTED
                    http-proxy-option EXT1 x               ; http-proxy-option KEPT
                    http-proxy-option VERSION 2            ; http-proxy-option KEPT
                    socks-proxy p.example 0                ; socks-proxy BAD_VALUE
                    http-proxy a 1~socks-proxy b           ; http-proxy CONFLICT
                    lport 70000                            ; lport BAD_VALUE
                    lport 1194~nobind                      ; lport CONFLICT
                    local host.example                     ; local NOT_SUPPORTED
                    local 192.0.2.1 x                      ; local BAD_VALUE
                    connect-retry x                        ; connect-retry NO_NUMBER
                    connect-retry-max                      ; connect-retry-max BAD_VALUE
                    connect-timeout -1                     ; connect-timeout NO_NUMBER
                    mssfix 1400 octets                     ; mssfix BAD_VALUE
                    tun-mtu 100                            ; tun-mtu OTHER_NUMBER
                    tun-mtu 48000                          ; tun-mtu OTHER_NUMBER
                    no-replay                              ; no-replay INSECURE
                    server 10.0.0.0 255.0.0.0              ; server SERVER
                    push "route 10.0.0.0 255.0.0.0"        ; push SERVER_OPTION
                    client-cert-not-required               ; client-cert-not-required SERVER_OPTION
                    blabla                                 ; blabla UNKNOWN
                    remote-cert-tsl server                 ; remote-cert-tsl UNKNOWN_PROTECTION
                    presist-tun                            ; presist-tun UNKNOWN_MEANT
                    setenv opt verify-everything           ; verify-everything UNKNOWN
                    setenv UV_ID 7                         ; setenv KEPT
                    setenv GENERIC_CONFIG 1                ; setenv NOT_SUPPORTED
                    dev tap0                               ; dev NOT_SUPPORTED
                    dev-type tap                           ; dev-type NOT_SUPPORTED
                    proto tcp-server                       ; proto SERVER
                    proto sctp                             ; proto BAD_VALUE
                    port 0x10                              ; port BAD_VALUE
                    port 70000                             ; port BAD_VALUE
                    remote 10.0.0.0/8 1194                 ; remote BAD_VALUE
                    remote *.vpn.example                   ; remote BAD_VALUE
                    remote h 1194 udp extra                ; remote BAD_VALUE
                    remote h 0                             ; remote BAD_VALUE
                    remote ""                              ; remote BAD_VALUE
                    remote 203.0.113.7:80@sni.example      ; remote INJECTOR
                    remote /SSHPLUS? 1194                  ; remote INJECTOR
                    cipher none                            ; cipher INSECURE
                    cipher bf-cbc                          ; cipher INSECURE
                    cipher AES-256-CFB8                    ; cipher INSECURE
                    data-ciphers BF-CBC                    ; data-ciphers INSECURE
                    data-ciphers CAMELLIA-256-CBC          ; data-ciphers NOT_SUPPORTED
                    data-ciphers AES-256-GCM:CAMELLIA-256-CBC ; data-ciphers PARTLY
                    data-ciphers-fallback CAMELLIA-256-CBC ; data-ciphers-fallback KEPT
                    auth none                              ; auth INSECURE
                    auth whirlpool                         ; auth NOT_SUPPORTED
                    key-direction 2                        ; key-direction BAD_VALUE
                    remote-cert-tls client                 ; remote-cert-tls BAD_VALUE
                    verify-x509-name ""                    ; verify-x509-name BAD_VALUE
                    verify-x509-name a prefix              ; verify-x509-name BAD_VALUE
                    tls-remote /CN=a                       ; tls-remote OLD
                    tls-remote vpn                         ; tls-remote OLD
                    tls-remote ""                          ; tls-remote BAD_VALUE
                    ncp-disable                            ; ncp-disable OLD
                    x509-username-field emailAddress       ; x509-username-field NOT_SUPPORTED
                    tls-cert-profile insecure              ; tls-cert-profile INSECURE
                    tls-version-min 1.0                    ; tls-version-min RAISED
                    tls-version-max 1.1                    ; tls-version-max INSECURE
                    tls-version-min 3                      ; tls-version-min BAD_VALUE
                    keepalive 10                           ; keepalive BAD_VALUE
                    ping ten                               ; ping NO_NUMBER
                    route intranet.example                 ; route KEPT
                    route 10.0.0.0 255.0.255.0             ; route KEPT
                    route 10.0.0.0 255.0.0.0 net_gateway   ; route KEPT
                    redirect-gateway def1 bypass-dhcp      ; redirect-gateway PARTLY
                    dhcp-option DNS dns.example            ; dhcp-option BAD_VALUE
                    dhcp-option WINS 10.0.0.1              ; dhcp-option KEPT
                    <askpass>~x~</askpass>                 ; askpass NOT_INLINE
                    <connection>~ca a~</connection>        ; ca MISPLACED
                    <connection>~remote h~mtu-disc yes~</connection> ; mtu-disc KEPT
                    tls-auth ta.key~tls-crypt tc.key       ; tls-auth CONFLICT
                    tls-version-min 1.3~tls-version-max 1.2 ; tls-version-max CONFLICT
                    cert client.crt                        ; key MISSING
                    tls-auth [inline] 1                    ; tls-auth MISSING
                    auth-user-pass absent.txt              ; auth-user-pass WILL_ASK
                    """)
    void eachLineThatDoesNotFullyActIsTold(String lines, String problem) {
        Profile profile = Read.client(lines.replace('~', '\n'));

        List<String> told =
                Read.problems(profile).stream().map(p -> p.replaceFirst("\\d+ ", "")).toList();

        assertEquals(true, told.contains(problem), told::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    proto tcp-client
                    proto UDP
                    port +443
                    remote [2001:db8::1]:443
                    remote 2001:db8::1 443 udp
                    remote vpn.example:443
                    remote b\u00fccher.example https tcp
                    cipher AES-256-CBC
                    data-ciphers DEFAULT
                    auth RSA-SHA256
                    verify-x509-name "C=DE, CN=vpn" subject
                    tls-version-min 1.2 or-highest
                    keepalive 10 60
                    mssfix
                    explicit-exit-notify
                    route 10.0.0.0 255.0.0.0
                    route 10.0.0.1
                    route 10.0.0.0 255.0.0.0 vpn_gateway 100
                    route 0.0.0.0 0.0.0.0
                    static-challenge "Code of today" 1
                    route-ipv6 2001:db8::/32
                    redirect-gateway def1 ipv6
                    dhcp-option DNS 2001:db8::53
                    dhcp-option DOMAIN-ROUTE .
                    setenv CLIENT_CERT 0
                    setenv FRIENDLY_NAME Office
                    key-direction bidirectional
                    """)
    void whatActsIsNotTold(String line) {
        assertEquals(List.of(), Read.problems(Read.client(line)));
    }

    @Test
    void anUnknownOptionIsForgivenWhereTheFileSaysSo() {
        for (String line :
                List.of("ignore-unknown-option tls-magic", "setenv FORWARD_COMPATIBLE 1")) {
            Profile profile = Read.client("tls-magic 1", line);

            assertFalse(errors(profile).contains("tls-magic"), line);
        }
        assertEquals(List.of("tls-magic"), errors(Read.client("tls-magic 1")));
    }

    @Test
    void aBlockOfAnUnknownOptionIsSkippedWhole() {
        Profile profile = Read.client("<future-option>", "up /bin/sh", "</future-option>");

        assertEquals(List.of("future-option"), options(profile));
    }

    @Test
    void severalAuthoritiesAreReadAsOne() {
        Profile profile = Read.client(Read.block("ca", "ca2.crt"));

        assertEquals(List.of("ca"), options(profile));
        assertEquals(Problem.Kind.JOINED, profile.problems().getFirst().kind());
    }

    @Test
    void aFileWithoutServerClientOrCheckIsToldSo() {
        assertEquals(
                List.of("0 NO_REMOTE", "0 ca MISSING", "0 NOT_A_CLIENT", "0 UNVERIFIED"),
                Read.problems(Read.text("dev tun\n")));
    }

    @Test
    void moreThan256ServersAreTold() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 256; i++) {
            lines.add("remote s" + i + ".example");
        }
        Profile profile = Read.client(lines.toArray(String[]::new));

        assertEquals(List.of("0 TOO_MANY_REMOTES"), Read.problems(profile));
        assertEquals(256, Read.spec(profile).remotes().size());
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void everyKindHasASentenceInBothLanguages(Problem.Kind kind) {
        var problem =
                new Problem(
                        new Spot("f", 1, 1),
                        "option",
                        Problem.Severity.NOTE,
                        kind,
                        "it's {0} \u202e done");

        String english = ProblemText.of(problem, Locale.UK);
        String chinese = ProblemText.of(problem, Locale.SIMPLIFIED_CHINESE);

        assertNotEquals(english, chinese);
        assertFalse((english + chinese).contains("{1}"), english + chinese);
        assertFalse((english + chinese).contains("\u202e"), english + chinese);
    }

    private static List<String> errors(Profile profile) {
        return profile.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .map(Problem::option)
                .toList();
    }

    private static List<String> options(Profile profile) {
        return profile.problems().stream().map(Problem::option).toList();
    }
}

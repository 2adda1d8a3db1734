package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.protocol.proxy.HttpConnect;
import org.culvert.protocol.proxy.ProxyAccount;
import org.culvert.protocol.proxy.ProxyTalk;
import org.culvert.protocol.proxy.Socks5;
import org.culvert.spec.Proxy;
import org.culvert.spec.Remote;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The conversation with the proxy of a remote. */
record ProxyTalks(
        Proxy proxy,
        Remote remote,
        Endpoint place,
        Optional<Answer.Credentials> credentials,
        SecureRandom random) {
    ProxyTalk first() {
        Optional<ProxyAccount> account =
                credentials.map(c -> new ProxyAccount(c.userName(), c.password()));
        return switch (proxy) {
            case Proxy.Http http -> new HttpConnect(request(http, account), fresh());
            case Proxy.Socks _ when remote.transport() == Transport.UDP ->
                    Socks5.datagrams(place, account);
            case Proxy.Socks _ -> Socks5.stream(remote.host(), remote.port(), place, account);
        };
    }

    private HttpConnect.Request request(Proxy.Http http, Optional<ProxyAccount> account) {
        String target = HttpConnect.Request.target(remote.host(), remote.port());
        return new HttpConnect.Request(
                target, http.version(), http.headers(), account, http.basic());
    }

    private String fresh() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}

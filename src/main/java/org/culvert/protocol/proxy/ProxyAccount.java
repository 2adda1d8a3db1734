package org.culvert.protocol.proxy;

import org.culvert.secret.Secret;

/** Who we are at a proxy. */
public record ProxyAccount(String user, Secret password) {}

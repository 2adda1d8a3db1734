package org.culvert.tunnel;

import org.culvert.platform.Clock;
import org.culvert.platform.Journal;
import org.culvert.platform.Links;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.Resolver;

import java.security.SecureRandom;

/** The machine that a tunnel runs on: all ports in one value. */
public record Machine(
        Links links,
        NetworkConfigurator network,
        Journal journal,
        Resolver resolver,
        Clock clock,
        SecureRandom random,
        int mark) {}

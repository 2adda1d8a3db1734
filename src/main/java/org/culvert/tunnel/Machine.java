package org.culvert.tunnel;

import org.culvert.platform.Clock;
import org.culvert.platform.Journal;
import org.culvert.platform.Links;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.Resolver;

import java.security.SecureRandom;

/** The machine that tunnels run on: all ports, and what they share, in one value. */
public record Machine(
        Links links,
        DataPath.Factory dataPaths,
        NetworkConfigurator network,
        Enclosure enclosure,
        Journal journal,
        Resolver resolver,
        Clock clock,
        SecureRandom random,
        int mark) {}

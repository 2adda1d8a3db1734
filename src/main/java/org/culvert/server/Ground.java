package org.culvert.server;

import org.culvert.platform.Clock;
import org.culvert.platform.Journal;
import org.culvert.platform.Links;
import org.culvert.platform.NetworkConfigurator;

/** What a server stands on: the ports to the operating system. */
record Ground(Links links, Clock clock, NetworkConfigurator network, Journal journal) {}

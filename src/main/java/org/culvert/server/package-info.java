/**
 * Server mode on the same session core (C: {@code multi.c}): a small server to practise with, one
 * process for up to eight clients. Each client has its own session, its own link and its own TUN
 * device, so that the pumps of a client's tunnel carry a server's packets too and the kernel routes
 * between them.
 */
@NullMarked
package org.culvert.server;

import org.jspecify.annotations.NullMarked;

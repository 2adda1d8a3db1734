/**
 * Value types of networking: addresses, prefixes, endpoints, routes and DNS settings. Records that
 * refuse a bad value in their constructor; nothing here opens a socket.
 */
@NullMarked
package org.culvert.net;

import org.jspecify.annotations.NullMarked;

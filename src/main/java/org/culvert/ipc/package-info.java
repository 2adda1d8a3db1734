/**
 * What window and helper say to each other: requests, replies and notices as sealed records, framed
 * JSON over a Unix socket.
 */
@NullMarked
package org.culvert.ipc;

import org.jspecify.annotations.NullMarked;

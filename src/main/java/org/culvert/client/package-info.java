/**
 * What window and command line share: the connection to the helper, local checks, profile to
 * request.
 */
@NullMarked
package org.culvert.client;

import org.jspecify.annotations.NullMarked;

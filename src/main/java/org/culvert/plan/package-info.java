/**
 * What the network of this machine shall look like, as values, and the difference of two such
 * plans.
 */
@NullMarked
package org.culvert.plan;

import org.jspecify.annotations.NullMarked;

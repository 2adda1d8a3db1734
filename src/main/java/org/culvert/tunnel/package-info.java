/**
 * The life of one tunnel: a pure machine that resolves, connects, configures, keeps, retries and
 * undoes; and the two pumps of its data path (C: {@code forward.c}, {@code init.c}).
 */
@NullMarked
package org.culvert.tunnel;

import org.jspecify.annotations.NullMarked;

/**
 * perf_push and perf_pop done right: stages of the data path, a lexical timer, counters, snapshots
 * and history rings (C: {@code perf.c}).
 */
@NullMarked
package org.culvert.perf;

import org.jspecify.annotations.NullMarked;

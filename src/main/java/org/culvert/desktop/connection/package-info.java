/** One connection as a person sees it: state, stages, failure, facts. */
@NullMarked
package org.culvert.desktop.connection;

import org.jspecify.annotations.NullMarked;

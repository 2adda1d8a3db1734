/**
 * What can go wrong, as data: a sealed {@link org.culvert.failure.Failure} with a stable code and
 * typed details, and its sentences in two languages.
 */
@NullMarked
package org.culvert.failure;

import org.jspecify.annotations.NullMarked;

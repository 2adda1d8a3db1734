/** The list of profiles, search, import with its report. */
@NullMarked
package org.culvert.desktop.profiles;

import org.jspecify.annotations.NullMarked;

/** Dialogs that ask for credentials and codes. */
@NullMarked
package org.culvert.desktop.prompt;

import org.jspecify.annotations.NullMarked;

/**
 * {@code .ovpn} text to {@code Profile} plus a list of problems, and from there to a {@code
 * ConnectSpec} (C: {@code options.c}, {@code options_parse.c}).
 */
@NullMarked
package org.culvert.profile;

import org.jspecify.annotations.NullMarked;

/**
 * The session: one unit of work over one transaction at a time. Start with {@link
 * org.aludel.orm.session.SessionFactory}, then {@link org.aludel.orm.session.Session}. What is
 * written when is decided in unitofwork, what is read how in loading.
 */
@NullMarked
package org.aludel.orm.session;

import org.jspecify.annotations.NullMarked;

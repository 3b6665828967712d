package org.aludel.orm.library;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of the session use. */
public abstract class LibraryBase extends DeclarativeBase {}

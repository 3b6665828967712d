package org.aludel.orm.bookshop;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of the session use. */
public abstract class BookshopBase extends DeclarativeBase {}

package org.aludel.orm.foreign;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes that map others. */
abstract class ForeignBase extends DeclarativeBase {}

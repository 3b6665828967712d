package org.aludel.orm.press;

import org.aludel.orm.mapping.DeclarativeBase;

/** The catalogue of the press. */
public abstract class PressBase extends DeclarativeBase {}

/** Something of the app that the simulator does not play. The message is a clause: "the metric …". */
export class Unplayed extends Error {}

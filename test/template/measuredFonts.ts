/**
 * Advance widths in thousandths of the letter size, from space to tilde, read from the fonts' own tables: what a form is shown in where its
 * font is missing. Every other character is taken for a square, as Chinese ones are in both.
 */
export interface MeasuredFont {
  readonly name: string;
  readonly regular: readonly number[];
  readonly bold: readonly number[];
  /** Ascent and descent together, in thousandths: of a line of Latin text, and of one with Chinese characters. */
  readonly line: { readonly latin: number; readonly chinese: number };
}

const numbers = (row: string): readonly number[] => row.split(' ').map(Number);

export const measuredFonts: readonly MeasuredFont[] = [
  {
    name: 'DejaVu Sans, Chinese from Noto Sans CJK',
    regular: numbers(
      '318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 ' +
        '1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 ' +
        '500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838',
    ),
    bold: numbers(
      '348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 400 838 838 838 580 ' +
        '1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 774 1103 771 724 725 457 365 457 838 500 ' +
        '500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582 712 365 712 838',
    ),
    line: { latin: 1164, chinese: 1448 },
  },
  {
    name: 'Noto Sans SC',
    regular: numbers(
      '224 323 474 555 555 921 680 278 338 338 467 555 278 347 278 392 555 555 555 555 555 555 555 555 555 555 278 278 555 555 555 474 ' +
        '946 608 657 638 688 589 552 689 728 293 535 646 543 812 723 742 633 742 635 596 599 721 575 878 573 531 603 338 392 338 555 559 ' +
        '606 563 618 510 620 554 325 564 607 275 275 552 284 926 610 606 620 620 388 468 377 607 521 802 498 521 475 338 270 338 555',
    ),
    bold: numbers(
      '227 370 574 590 590 963 740 325 378 378 507 590 325 370 325 387 590 590 590 590 590 590 590 590 590 590 325 325 590 590 590 514 ' +
        '1007 641 681 656 714 615 585 717 757 330 568 686 578 853 749 770 667 770 682 624 625 748 619 915 627 580 613 378 387 378 590 567 ' +
        '626 591 644 527 644 581 372 597 640 304 306 604 315 964 641 626 644 644 437 495 421 637 576 863 562 574 511 378 296 378 590',
    ),
    line: { latin: 1448, chinese: 1448 },
  },
];

/** Lời của các lệnh văn phòng. One key each; en.ts has the same keys. */
export const vi = {
  amount: '{figures} ({words})',
  confirm: 'Làm không? Gõ có: ',
  yes: 'có',
  'not-done': 'Chưa làm gì.',
  'nothing-new': 'Đã có từ trước, không làm thêm gì.',
  done: 'Xong.',
  by: 'Người ra lệnh: {by}',
  who: 'Ai ra lệnh? Thêm --by "Họ tên"',
  which: 'Lệnh nào? {names}',
  missing: 'Còn thiếu {options}. Cách gõ: {usage}',
  'amount-unreadable': 'Không đọc được số tiền “{typed}”. Ghi như 50.000 hoặc 50k',
  'file-unreadable': 'Không mở được tệp {path}',
  none: 'Không có.',
  'which-stage': 'Làm ở bản nào? --stage {names}',
  'no-city': 'Trên máy này chưa có thành phố nào chạy từ thư mục này: npm start',
  'option-unknown': 'Không có {option}. Gõ được: {all}',
  'word-odd': 'Không hiểu “{word}”. Cách gõ: {usage}',
  'id.refund': 'mã lần hoàn',
  'id.payout': 'mã đề nghị chi',
  'id.review': 'mã việc',
  'fund.program': 'quỹ {program}',
  'fund.unallocated': 'tiền chưa rõ chương trình',
  'fund.settlement': 'tiền {provider} chuyển về',
  'option-odd': 'Phía sau {option} thiếu hay thừa chữ',
  // what keeps an order from being carried out
  'failure.fault':
    'Không làm được: máy chủ báo lỗi ({reason}). Chưa rõ đã ghi hay chưa; gõ lại lệnh là an toàn. Vẫn lỗi thì báo kỹ sư, nhắc tên hàm {name}',
  'failure.denied': 'Vai trò của bạn không được làm việc này. Cần làm thì nhờ người quản trị AWS cho gọi {name}',
  'failure.other-half': 'Nửa này của việc chi là của người kia; phải có hai người',
  'failure.signed-out':
    'Chưa đăng nhập AWS, hoặc phiên đăng nhập đã hết hạn. Đăng nhập lại, ví dụ aws sso login, rồi gõ lại lệnh',
  'failure.offline':
    'Không nối được tới máy chủ. Chưa rõ đã ghi hay chưa; coi lại mạng rồi gõ lại lệnh, gõ lại là an toàn',
  // refund
  'refund.usage':
    'refund <mã biên nhận> [--amount 20.000] [--number số biên nhận] [--outside nếu tiền đã đi ngoài lệnh này] --because "lý do"; refund --transfer <mã chuyển khoản> …; refund done <mã lần hoàn> --reference <số tham chiếu>; refund refused <mã lần hoàn>; refund để xem',
  'refund.outside':
    'Không ai chuyển gì thêm: tiền đã rời {fund} ngoài lệnh này (kiện thẻ, hoàn ở trang của bên thanh toán, hay đã tự chuyển khoản)',
  'refund.what': 'Hoàn {amount} của khoản {came} (biên nhận {number}, còn hoàn được {left})',
  'refund.way': 'Từ {fund}, qua {provider}, về đúng chỗ người góp đã trả',
  'refund.way-bank': 'Từ {fund}, do văn phòng tự chuyển khoản; nội dung chuyển: {memo}',
  'refund.book':
    'Sổ thu chi: khi tiền đã đi, thêm một dòng Đã hoàn tiền {amount}, ghi cho dòng của khoản góp. Sau đó còn chi được {after}',
  'refund.short': 'Để ý: sau lần hoàn này quỹ bị âm, vì tiền đã chi.',
  'refund.state': 'Lần hoàn {id} ({amount}): {state}{code}',
  'refund.code': ' ({provider} trả lời mã {code})',
  'refund.line': '{id}  {amount}  {provider}  {state}  từ {at}',
  'refund.next-transfer':
    '   Làm tiếp: chuyển {amount} về tài khoản của người góp, ghi nội dung {memo}. Ngân hàng báo là tự xong; sang ngày mai chưa xong thì refund done {id} --reference <số tham chiếu>. Chưa chuyển mà thôi không hoàn: refund refused {id}',
  'refund.payer': '   Tài khoản của người góp: mở ứng dụng ngân hàng, xem ở khoản tiền vào {came}',
  'refund.next-seen':
    '   Đừng chuyển nữa: {amount} đã rời tài khoản, mang nội dung của lần hoàn này ({reference}). Trong một giờ máy tự ghi vào sổ; muốn ghi ngay: refund done {id} --reference {reference}',
  'refund.next-gone':
    '   Làm tiếp: đừng chuyển thêm. Có số tham chiếu của tiền đã đi thì refund done {id} --reference <số tham chiếu>',
  'refund.sent': 'Để ý: {amount} đã rời tài khoản, mang nội dung của lần hoàn này ({reference}).',
  'refund.sent-other':
    '   Để ý: {amount} đã rời tài khoản, mang nội dung của lần hoàn này ({reference}), nhưng khác số phải hoàn. Đừng chuyển thêm; làm theo review',
  'refund.finish-what': 'Ghi lần hoàn {id} ({amount}, {provider}): {state}',
  'refund.finish-book': 'Sổ thu chi: thêm một dòng Đã hoàn tiền {amount}.',
  'refund.finish-refused': 'Sổ thu chi không đổi; tiền vẫn ở trong quỹ. Chỉ ghi vậy khi chắc tiền chưa đi.',
  'refund.none': 'Không có lần hoàn nào đang chờ.',
  'state.asked': 'chờ gửi lệnh',
  'state.sent': 'đã gửi lệnh, chưa có trả lời',
  'state.accepted': 'bên thanh toán đã nhận lệnh, chưa xong',
  'state.unknown': 'chưa rõ, máy đang hỏi tiếp; đừng ra lệnh lần nữa',
  'state.to-transfer': 'chờ văn phòng chuyển khoản',
  'state.gone': 'tiền đã đi rồi, chờ số tham chiếu',
  'state.done': 'đã hoàn tiền',
  'state.refused': 'không hoàn, tiền vẫn ở quỹ',
  // allocate
  'allocate.usage':
    'allocate <mã chuyển khoản> --program <chương trình> --because "lý do"; --settlement <bên thanh toán> nếu là tiền bên đó chuyển về; allocate để xem',
  'allocate.what': 'Phân bổ {amount} (chuyển khoản {transfer}, {at}) cho chương trình {program}',
  'allocate.fees': 'Bên thanh toán đã giữ phí {fees} của khoản này, phần phân bổ đã trừ ra',
  'allocate.text': 'Người chuyển ghi: {text}',
  'allocate.book':
    'Sổ thu chi: thêm một dòng Phân bổ +{amount} cho {program}; tiền chưa rõ chương trình giảm đi bấy nhiêu.',
  'allocate.settlement':
    'Chuyển khoản {transfer}, {at}: {amount} là tiền {provider} chuyển về cho các khoản góp đã có trong sổ, không phải khoản góp mới',
  'allocate.settled':
    'Sổ thu chi: thêm một dòng Điều chỉnh −{amount} ở tiền chưa rõ chương trình, để không đếm hai lần.',
  'allocate.line': '{transfer}  {amount}  {at}  {text}',
  'allocate.none': 'Không có khoản nào chưa rõ chương trình.',
  // payout
  'payout.usage':
    'payout propose --program … --payee "tên pháp nhân" --tax <mã số thuế> --amount … --purpose "…" --purpose-en "…" --evidence <tệp>; payout approve <mã đề nghị chi>; payout decline <mã đề nghị chi> --because "…"; payout để xem',
  'payout.propose-what': 'Đề nghị chi {amount} từ {fund} (còn chi được {left})',
  'payout.approve-what': 'Duyệt chi {amount} từ {fund} (còn chi được {left})',
  'payout.decline-what': 'Không chi {amount} từ {fund}',
  'payout.payee': 'Cho {payee}, mã số thuế {tax}',
  'payout.purpose': 'Việc: {vi} / {en}',
  'payout.evidence': 'Chứng từ (SHA-256): {evidence}',
  'payout.proposed': 'Người đề nghị: {by}, {at}',
  'payout.next': 'Chưa có tiền nào đi. Cần người thứ hai: payout approve {id}',
  'payout.book':
    'Sổ thu chi: thêm một dòng Đã chi {amount}, công khai bên nhận, mã số thuế, việc và dấu chứng từ. Văn phòng tự chuyển khoản, nội dung ghi: {memo}',
  'payout.no-book': 'Sổ thu chi không đổi.',
  'payout.line': '{id}  {amount}  {program}  {payee}  do {by} đề nghị',
  'payout.none': 'Không có đề nghị chi nào đang chờ.',
  // review
  'review.usage':
    'review; review resolve <mã việc> --because "đã làm gì" [--outcome returned nếu tiền đã về lại người góp]; review book <mã việc> --because "lý do"',
  'review.line': '{id}  {age}  {reason}',
  'review.facts': '   {facts}',
  'review.next': '   Làm tiếp: {next}',
  'review.resolve-what': 'Ghi việc {id} là đã xem xong: {reason}',
  'review.resolve-book': 'Sổ thu chi không đổi. Việc này vẫn được giữ, có ghi ai và vì sao.',
  'review.book-what': 'Ghi {transfer} ({amount}, {at}) thành một khoản riêng, bên cạnh {like}',
  'review.book-book': 'Sổ thu chi: thêm một dòng Nhận {amount}; bản đối soát của ngày đó được làm lại.',
  'review.none': 'Không có việc nào chờ xem.',
  'review.returned':
    'Trang của người góp: thôi ghi đang đối chiếu; ghi khoản này không tới quỹ và tiền đã về lại chỗ đã trả.',
  'review.waits': 'Còn việc {id} chờ xem: {reason}. Xem xong thì: review resolve {id} --because "đã làm gì"',
  'review.code': 'mã trả lời {code}',
  'review.day': '{days} ngày',
  'review.days': '{days} ngày',
  'holder.bank': 'ngân hàng',
  'reason.other-amount': 'Số tiền tới khác số đã hẹn ({came}, hẹn {pledged})',
  'next.other-amount': 'Sổ đã ghi số tiền tới. Nếu người góp muốn lấy lại phần dư: refund {code}',
  'reason.second': 'Trả hai lần cho một lần góp ({came})',
  'next.second':
    'Hỏi được người góp thì hỏi; trả trùng thì refund {code} --number …. Không có cách hỏi (góp không ghi tên, không để email) thì để nguyên, biên nhận của họ đã ghi cả hai. Rồi resolve',
  'reason.may-have-moved': 'Có thể đã bị trừ tiền mà chưa tới quỹ ({came})',
  'next.may-have-moved':
    'Tra mã {reference} ở trang của {provider}, hỏi họ tiền đang ở đâu. Tiền đã về lại người góp thì resolve với --outcome returned, trang của họ sẽ ghi vậy. Tiền trong sổ đã bị lấy lại thì refund với --outside; rồi resolve',
  'reason.refunded': '{provider} đã hoàn {came} cho người góp mà không do ta ra lệnh',
  'next.refunded':
    'Tra mã {reference} ở trang của {provider} xem ai ra lệnh hoàn. Đúng là đã hoàn thì ghi sổ: refund {code} --outside; rồi resolve',
  'reason.disputed': 'Chủ thẻ khiếu nại, {provider} đã lấy lại {came}',
  'next.disputed':
    'Trả lời khiếu nại ở trang của {provider}, mã {reference}. Thua thì ghi sổ: refund {code} --outside. Thắng thì tiền về lại, sổ không đổi. Rồi resolve',
  'reason.unknown-order': '{provider} báo có tiền cho một đơn không có trong sổ ({came})',
  'next.unknown-order':
    'Tra mã {reference} ở trang của {provider}. Tiền là của ta thì reconcile tệp đối soát của họ để ghi vào sổ; rồi resolve',
  'reason.unanswered': 'Hỏi {provider} tới lần cuối vẫn chưa rõ tiền có tới không (hẹn {pledged})',
  'next.unanswered':
    'Tra mã {reference} ở trang của {provider}. Tiền có tới thì reconcile tệp đối soát của họ để ghi vào sổ; rồi resolve',
  'reason.refund-unclear': 'Hoàn tiền chưa rõ đã đi chưa ({came})',
  'next.refund-unclear':
    'Hỏi {provider} về mã {reference}; rồi refund done {refund} --reference … hoặc refund refused {refund}. Rồi resolve',
  'reason.refund-other-sum': 'Lần hoàn là {pledged}, mà có {came} rời tài khoản mang nội dung của nó',
  'next.refund-other-sum':
    'Sổ phải ghi đúng số đã đi. Lần hoàn {refund} còn chờ: refund refused {refund}, rồi refund {code} --amount <số đã đi> --outside, rồi refund done với --reference {reference}; thiếu thì hoàn thêm. Lần hoàn đã xong: số này đi dư, hỏi lại người nhận. Rồi resolve',
  'reason.refund-twice': 'Lần hoàn {pledged} đã đi hai lần: còn {came} nữa rời tài khoản mang nội dung của nó',
  'next.refund-twice': 'Số này đi dư ({reference}): hỏi lại người nhận để lấy về. Rồi resolve',
  'reason.missing-there': 'Sổ có, bản kê của {provider} không có ({pledged})',
  'next.missing-there':
    'Tra khoản này ở trang của {provider}; bên đó không nhận được thì chưa chắc tiền đã về. Xong thì resolve',
  'reason.amount-differs': 'Bản kê của {provider} ghi {came}, sổ ghi {pledged}',
  'next.amount-differs': 'Hỏi {provider} số nào đúng. Sổ ghi dư thì refund phần dư với --outside, rồi resolve',
  'reason.fee-differs': 'Phí trong tệp sau ({came}) khác phí đã ghi ({pledged})',
  'next.fee-differs': 'Sổ đã ghi dòng điều chỉnh. Hỏi {provider} vì sao phí đổi, rồi resolve',
  'reason.unknown-row': '{provider} ghi khoản không phải đơn của ta ({came})',
  'next.unknown-row': 'Sổ đã ghi vào tiền chưa rõ chương trình. Hỏi {provider}; biết của chương trình nào thì allocate',
  'reason.maybe-same': 'Khoản vừa được báo ({came}) có thể chính là {like} ({pledged}) đã có trong sổ',
  'next.maybe-same':
    'Chưa ghi vào sổ. Mở ứng dụng ngân hàng xem cả hai. Cùng một khoản: resolve (sổ ghi dư thì refund phần dư --outside). Khoản khác: review book {id}',
  'reason.settlement-differs': 'Tiền {provider} chuyển về ({came}) khác tổng trong tệp ({pledged})',
  'next.settlement-differs': 'Hỏi {provider} chỗ lệch, rồi resolve',
  'reason.refund-differs': 'Tiền hoàn trong tệp ({came}) khác trong sổ ({pledged})',
  'next.refund-differs':
    'Xem refund; tệp có mà sổ không có thì hỏi {provider} ai đã lệnh hoàn, rồi refund với --outside',
  'reason.unknown-refund': '{provider} ghi đã hoàn {came} cho một khoản không có trong sổ',
  'next.unknown-refund': 'Sổ không ghi gì. Hỏi {provider} khoản nào và ai ra lệnh hoàn, rồi resolve',
  'reason.unknown-out': '{came} ra khỏi tài khoản mà sổ không có lần chi hay hoàn nào như vậy',
  'next.unknown-out':
    'Xem trong ứng dụng ngân hàng là khoản gì. Chi cho chương trình thì payout; hoàn cho người góp thì refund … --outside; rồi resolve',
  'reason.not-left': 'Sổ ghi đã chi hoặc hoàn {pledged}, sao kê ngân hàng chưa thấy tiền đi',
  'next.not-left': 'Chưa chuyển thì chuyển, nhớ ghi lời nhắn CHI hay HOAN. Đã chuyển mà quên lời nhắn thì resolve',
  'reason.foreign-account': 'Có tiền ở tài khoản không phải của pháp nhân nào ({came})',
  'next.foreign-account': 'Xem cài đặt của dịch vụ báo tin; là tài khoản của quỹ thì thêm vào pháp nhân',
  'reason.other': 'Cần người xem: {name} ({came})',
  'next.other': 'Đối chiếu với {provider}, mã {reference}, rồi resolve',
  // today
  'reconcile.usage':
    'reconcile --provider <bank, vnpay, momo, zalopay> --file <tệp CSV>, thêm --account, --from, --to, --payout nếu tệp không nói; hoặc reconcile --provider <bank, stripe> --day <ngày>, để hỏi thẳng SePay hay Stripe',
  'statement.usage': 'statement --day 2026-11-24',
  'today.usage': 'today',
  'today.title': 'Lúc {at}',
  'today.open': 'Đang nhận góp',
  'today.closed': 'Đang ngừng nhận góp: {reason}',
  'today.received': 'Đã nhận hôm nay: {gifts} khoản, {amount}',
  'today.at-least': '(ít nhất, sổ hôm nay dài quá để cộng hết)',
  'today.provider': '   {provider}: {gifts} khoản, {amount}',
  'today.pending': 'Quá một giờ chưa rõ: {attempts} ({each})',
  'today.reviews': 'Chờ người xem: {open}, cũ nhất {age}',
  'today.heard': 'Báo tin lần cuối: {each}',
  'today.never': 'chưa lần nào',
  'today.refunds': 'Đang hoàn tiền: {count}, {amount}',
  'today.payouts': 'Chờ duyệt chi: {count}, {amount}',
  'today.unallocated': 'Chưa rõ chương trình: {count} khoản, {amount}',
  'today.report-late': 'Báo cáo trễ: {program}, hẹn {day}',
  'today.report-soon': 'Báo cáo sắp tới hạn: {program}, {day}',
  'alarms.none': 'Báo động: không có',
  'alarms.rings': 'Báo động từ {since}: {impact}',
  'alarms.first': '   Làm trước hết: {first}',
  'alarms.here': 'Báo động: trên máy này không có; lỗi hiện ở cửa sổ đang chạy npm start',
  'alarms.denied': 'Báo động: chưa biết, vai trò của bạn không được xem (cloudwatch:DescribeAlarms)',
  'alarms.late': 'Báo động: chưa biết, AWS không trả lời; gõ lại lệnh để xem',
  'alarms.unread': 'Báo động: chưa biết, AWS báo lỗi {reason}; nhờ kỹ sư xem',
} as const

import type { Lang } from '../../../functions/words/words.ts'

const providers = ['VNPAY', 'MoMo', 'ZaloPay', 'Stripe']

/** What recording a provider's word may lack (see `settleAlarms` in functions/triggers.ts). */
const settling = Object.fromEntries(
  providers.flatMap((provider) => [
    [
      `${provider} took money for an order that we do not know`,
      `${provider} đã nhận tiền cho một lệnh không có trong sổ`,
    ],
    [
      `somebody forges payments, or the ${provider} secret is wrong and no gift is recorded`,
      `có người giả báo tiền, hoặc khóa ${provider} bị sai nên không khoản nào được ghi`,
    ],
  ]),
)

/** Who is hurt when an alarm rings, in Vietnamese, by the sentence that stands in the alarm. */
export const impacts: Readonly<Record<string, string>> = {
  ...settling,
  'the table turns requests away: pages are slow and gifts may have to be tried again':
    'bảng dữ liệu từ chối bớt yêu cầu: trang chậm, người góp có thể phải thử lại',
  'residents cannot see programs': 'người dân không xem được danh sách chương trình',
  'residents cannot read a program': 'người dân không đọc được một chương trình',
  'residents cannot find their ward': 'người dân không tìm được phường, xã của mình',
  'residents find no answers to what they ask': 'người dân không thấy phần hỏi đáp',
  'donors are not told that giving is closed before they try': 'người góp không được báo trước là đang ngừng nhận góp',
  'totals on the site stand still': 'tổng số trên trang đứng yên',
  'nobody can read the public book': 'không ai đọc được sổ thu chi',
  'nobody can copy the public book': 'không ai tải được sổ thu chi',
  'nobody can read the statements of the days': 'không ai đọc được danh sách bản đối soát',
  'nobody can read the statement of a day': 'không ai đọc được bản đối soát của một ngày',
  'donors do not see which ways to pay are open': 'người góp không thấy những cách trả đang mở',
  'donors cannot give': 'người góp không góp được',
  'donors cannot see whether their gift arrived': 'người góp không biết tiền đã tới chưa',
  'donors cannot keep their receipt as a file': 'người góp không tải được biên nhận',
  'VNPAY tells of payments and none is recorded; it repeats for a while':
    'VNPAY báo có tiền mà không ghi được khoản nào; VNPAY còn báo lại một lúc nữa',
  'paid gifts are not recorded until the next question to VNPAY':
    'tiền đã trả chưa vào sổ cho tới lần hỏi VNPAY kế tiếp',
  'SePay or payOS tells of transfers and none is recorded; it repeats for half an hour':
    'SePay hoặc payOS báo có chuyển khoản mà không ghi được khoản nào; họ còn báo lại trong nửa giờ',
  'SePay or payOS tells of money on an account that no entity has':
    'SePay hoặc payOS báo tiền vào một tài khoản không thuộc pháp nhân nào',
  'somebody forges transfers, or the secret bank is wrong and no transfer is recorded':
    'có người giả báo chuyển khoản, hoặc khóa bank bị sai nên không khoản nào được ghi',
  'transfers are not recorded until the next statement of the bank':
    'chuyển khoản chưa vào sổ cho tới lần đối soát sao kê kế tiếp',
  'transfers that payOS tells of are not recorded until the next statement of the bank':
    'chuyển khoản do payOS báo chưa vào sổ cho tới lần đối soát sao kê kế tiếp',
  'Stripe tells of payments and none is recorded; it repeats for three days':
    'Stripe báo có tiền mà không ghi được khoản nào; Stripe còn báo lại trong ba ngày',
  'gifts by cards from abroad are not recorded until the next question to Stripe':
    'tiền góp bằng thẻ nước ngoài chưa vào sổ cho tới lần hỏi Stripe kế tiếp',
  'ZaloPay tells of payments and none is recorded; it repeats three times at most':
    'ZaloPay báo có tiền mà không ghi được khoản nào; ZaloPay chỉ báo lại tối đa ba lần',
  'paid gifts are not recorded until the next question to ZaloPay':
    'tiền đã trả chưa vào sổ cho tới lần hỏi ZaloPay kế tiếp',
  'MoMo tells of a payment and it is not recorded; MoMo may not tell again, the next question finds it':
    'MoMo báo có tiền mà không ghi được; MoMo có thể không báo lại, lần hỏi kế tiếp sẽ thấy',
  'gifts paid by MoMo are not recorded until the next question to MoMo':
    'tiền trả qua MoMo chưa vào sổ cho tới lần hỏi MoMo kế tiếp',
  'donors cannot find a lost receipt': 'người góp không tìm lại được biên nhận',
  'donors cannot have the links of their receipts sent again': 'người góp không nhờ gửi lại đường dẫn biên nhận được',
  'donors cannot open their receipt': 'người góp không mở được biên nhận',
  'organizations cannot print the confirmation of what they gave': 'tổ chức không in được giấy xác nhận tài trợ',
  'donors cannot have their email address forgotten': 'người góp không xóa được địa chỉ email của mình',
  'donors come back from the bank to nothing': 'người góp trả xong quay về thì gặp trang trống',
  'donors cannot see where to transfer their gift': 'người góp không thấy phải chuyển khoản vào đâu',
  'donors whose payment failed cannot try another way': 'người góp trả hỏng không đổi được cách khác',
  'donors cannot take their name out of the book': 'người góp không ẩn được tên khỏi sổ',
  'a wrong address gets a bare answer': 'gõ sai địa chỉ thì gặp trang trơ trọi',
  'the public book and the totals stand still; no gift is lost':
    'sổ thu chi và tổng số đứng yên; không mất khoản góp nào',
  'SES takes no letters; receipts by email wait, none is lost':
    'SES không nhận thư; biên nhận qua email phải chờ, không mất thư nào',
  'receipts by email wait; none is lost': 'biên nhận qua email phải chờ; không mất thư nào',
  'the secret of a payment provider is lost or broken here, so that gifts that wait cannot be asked about':
    'khóa của một bên thanh toán ở đây bị mất hoặc hỏng, nên không hỏi được những khoản góp đang chờ',
  'a payment provider does not answer about gifts that it has not told us of':
    'một bên thanh toán không trả lời về những khoản chưa báo',
  'gifts whose notification was lost stay unrecorded': 'những khoản bị mất thông báo chưa được ghi sổ',
  'a payment provider does not answer about money that goes back to donors':
    'một bên thanh toán không trả lời về tiền đang hoàn cho người góp',
  'donors who are owed a refund are not told that it was made': 'người góp chờ hoàn tiền không được báo là đã hoàn',
  'a provider that tells of whole days by itself has not told of one; the books are not compared with it':
    'bên lẽ ra tự kể đủ từng ngày chưa kể một ngày nào đó; sổ chưa được đối soát với bên ấy',
  'the books are not compared with what SePay and Stripe tell; files can still be taken':
    'sổ chưa được đối soát với lời kể của SePay và Stripe; đối soát bằng tệp vẫn được',
  'a file that was left among the statements cannot be read; money reconcile --file says why':
    'có tệp đối soát để sẵn mà không đọc được; chạy money reconcile --file với tệp đó sẽ biết vì sao',
  'files that were left among the statements are not taken; they still can be by hand':
    'các tệp đối soát để sẵn chưa được nhận; vẫn nhận bằng tay được',
  'the statement of yesterday is not published': 'bản đối soát của hôm qua chưa công bố được',
  'donors are not told that a letter did not arrive': 'người góp không được báo là thư không tới',
  'staff cannot publish programs': 'không công bố được chương trình',
  'staff cannot close giving': 'không ngừng nhận góp được',
  'officers cannot give money back': 'không hoàn tiền được',
  'officers cannot say that a refund was made by hand': 'không ghi được lần hoàn tiền làm bằng tay',
  'money without a code cannot be given to its program': 'không phân bổ được tiền không có mã',
  'officers cannot propose a payout': 'không đề nghị chi được',
  'money cannot be paid out': 'không duyệt chi được',
  'officers do not see which payouts wait, and cannot decline one':
    'không xem được đề nghị chi đang chờ, cũng không bác được',
  'officers do not see money that a person must look at': 'không xem được những khoản cần người xem',
  'officers do not see how the day stands': 'không xem được tình hình trong ngày',
  'the officers cannot ask a provider what moved on a day': 'không hỏi được bên thanh toán về tiền của một ngày',
  'the officers cannot compare the books with a provider’s statement': 'không đối soát sổ với tệp được',
  'a transfer that was held for a person cannot be recorded': 'không ghi được khoản đang giữ lại chờ người xem',
  'the officers cannot ask for the statement of a day': 'không xem được bản đối soát của một ngày',
  'a deploy cannot prove what functions may touch': 'lần triển khai không kiểm được quyền của các hàm',
}

const late = { en: ': the stream is more than five minutes behind', vi: ' (chậm hơn năm phút)' }

/** The sentence of an alarm in a language; one that nobody worded yet is told as it stands. */
export function impactIn(lang: Lang, impact: string): string {
  if (lang === 'en') return impact
  const isLate = impact.endsWith(late.en)
  const worded = impacts[isLate ? impact.slice(0, -late.en.length) : impact]
  return worded === undefined ? impact : `${worded}${isLate ? late.vi : ''}`
}

import type { Both } from '../../../functions/words/words.ts'

export const topics = ['learning', 'giving', 'trust'] as const
export interface Question {
  topic: (typeof topics)[number]
  question: Both
  answer: Both
  /** Also stands on the home page. */
  home?: true
}

const of = (topic: Question['topic'], question: Both, answer: Both, home?: true): Question => ({
  topic,
  question,
  answer,
  ...(home ? { home } : {}),
})

/** What residents and donors ask; amounts and times are those of the program itself (tests hold some of them to it). */
export const questions: readonly Question[] = [
  of(
    'learning',
    { vi: 'Thành phố học tập UNESCO là gì?', en: 'What is a UNESCO learning city?' },
    {
      vi: 'Là thành phố dùng mọi nguồn lực để ai cũng học được: trong trường, trong nhà, ở xóm, ở chỗ làm, suốt cả đời. Thành phố Hồ Chí Minh vào mạng lưới ngày 14/2/2024; cứ hai năm báo cáo với UNESCO một lần.',
      en: 'A city that uses all it has so that everyone can learn: at school, at home, in the neighborhood, at work, for a lifetime. Ho Chi Minh City joined the network on 14 February 2024 and reports to UNESCO every two years.',
    },
    true,
  ),
  of(
    'learning',
    { vi: 'Mục đích chính là gì?', en: 'What is the main goal?' },
    {
      vi: 'Ai cũng được học, học suốt đời, không ai bị bỏ lại. Thành phố từng đặt mốc cuối năm 2025 để thành thành phố học tập đầy đủ; mốc đó đã qua và kết quả chưa đăng ở đây.',
      en: 'That everyone can learn, for a lifetime, and nobody is left behind. The city once set the end of 2025 as the day to be a fully-fledged learning city; that day has passed and the outcome is not published here yet.',
    },
  ),
  of(
    'learning',
    { vi: 'Thành phố đang làm những gì?', en: 'What does the city do, for example?' },
    {
      vi: 'Heo đất học tập, Cha mẹ tinh thần, Học bổng 1-1, mô hình Xã hội học tập, Tuần lễ học tập suốt đời, thư viện lưu động, kể chuyện Bác Hồ, trung tâm học tập cộng đồng. Mỗi việc có một trang ở mục Chương trình.',
      en: 'Learning Piggy Banks, Spiritual Parents, 1-to-1 Scholarships, the Learning Society, Lifelong Learning Week, mobile libraries, Uncle Ho storytelling, Community Learning Centers. Each has a page under Programs.',
    },
  ),
  of(
    'learning',
    { vi: 'Các em khó khăn được giúp ra sao?', en: 'How are disadvantaged students helped?' },
    {
      vi: 'Bằng tiền trường, tập vở và người lớn theo sát. Không trang nào ở đây cho biết em là ai.',
      en: 'With fees, school supplies and adults who stand by them. No page here tells who a child is.',
    },
    true,
  ),
  of(
    'learning',
    { vi: 'Trung tâm học tập cộng đồng được nâng cấp ra sao?', en: 'How are the Community Learning Centers improved?' },
    {
      vi: 'Thêm máy móc, thêm tài liệu số, bồi dưỡng người dạy và người quản lý. Làm tới đâu sẽ ghi ở trang của chương trình.',
      en: 'With IT equipment, digital resources and trained staff. Each step will be written on the page of the program.',
    },
  ),
  of(
    'learning',
    {
      vi: 'Học ở đây có tốn tiền không? Lớn tuổi học được không?',
      en: 'Does it cost anything? Is it for older people too?',
    },
    {
      vi: 'Phần lớn không tốn tiền; lớp nghề có thể có tiền vật liệu, hỏi trước. Tuổi nào cũng học được, nhiều lớp mở riêng cho người lớn tuổi và người nội trợ.',
      en: 'Most of it is free; a trade may cost materials, so ask. Every age is welcome, older people and homemakers too.',
    },
  ),
  of(
    'learning',
    { vi: 'Sao không còn thấy quận của tôi?', en: 'Why is my district gone?' },
    {
      vi: 'Từ ngày 1/7/2025 thành phố có 168 phường, xã, đặc khu, không còn quận, huyện. Gõ tên cũ ở mục Phường xã để biết nhà mình nay thuộc đâu.',
      en: 'Since 1 July 2025 the city has 168 wards, communes and one special zone, and no districts. Type the old name under Wards to see where home is now.',
    },
  ),
  of(
    'giving',
    { vi: 'Tiền góp đi đâu?', en: 'Where does the money go?' },
    {
      vi: 'Tiền vào tài khoản của pháp nhân ghi trên trang chương trình. Mỗi khoản vào và ra là một dòng trong sổ thu chi, ai cũng đọc được.',
      en: 'It goes to the account of the legal entity named on the program page. Every amount in or out is a line of the public book.',
    },
    true,
  ),
  of(
    'giving',
    { vi: 'Góp ít nhất bao nhiêu? Ai chịu phí?', en: 'What is the smallest gift? Who pays the fees?' },
    {
      vi: 'Từ 5.000 ₫ tới 499.999.999 ₫ một lần. Phí chuyển tiền do ai trả ghi trên trang chương trình, và là một dòng riêng trong sổ.',
      en: 'From 5,000 ₫ to 499,999,999 ₫ at a time. Who pays the transfer fee stands on the program page, and the fee is a line of its own in the book.',
    },
  ),
  of(
    'giving',
    { vi: 'Góp mà không ghi tên được không?', en: 'Can I give without a name?' },
    {
      vi: 'Được. Bấm Góp không ghi tên: sổ chỉ ghi giờ chẵn, chương trình và số tiền.',
      en: 'Yes. Choose Give without a name: the book holds only the full hour, the program and the amount.',
    },
    true,
  ),
  of(
    'giving',
    { vi: 'Chọn một em để giúp được không?', en: 'Can I choose one child to help?' },
    {
      vi: 'Chưa. Có nơi từng đưa một mã cho nhiều người đỡ đầu; ở đây chỉ mở phần đó khi giữ được đúng một em, một năm học, một người nhận lời. Nay chỉ nhận góp vào quỹ chung.',
      en: 'Not yet. Elsewhere one code was once given to several sponsors; here that part opens only when one child, one school year, one promise can be held to exactly. For now gifts go to the general fund.',
    },
  ),
  of(
    'giving',
    { vi: 'Lỡ trả hai lần thì sao?', en: 'What if I paid twice?' },
    {
      vi: 'Cả hai khoản đều vào sổ, khoản sau được đánh dấu để người của quỹ xem. Nếu không cố ý, gọi số ở cuối trang, đọc mã ngắn trên biên nhận.',
      en: 'Both are written in the book, and the second is marked for the fund to look at. If it was not meant, call the number at the foot of the page with the short code of your receipt.',
    },
  ),
  of(
    'giving',
    {
      vi: 'Ngân hàng trừ tiền rồi mà trang ghi Chờ tiền về?',
      en: 'My bank took the money but the page says it is waiting',
    },
    {
      vi: 'Đừng trả lại lần nữa. Trang tự hỏi VNPAY sau 2, 5, 15 và 60 phút, rồi mỗi ngày cho tới 48 giờ. Tiền tới lúc nào cũng được ghi đúng cho khoản đó.',
      en: 'Do not pay again. The site asks VNPAY after 2, 5, 15 and 60 minutes, then daily up to 48 hours. Whenever the money comes, it is written to this very gift.',
    },
  ),
  of(
    'giving',
    { vi: 'Biên nhận này có thay hóa đơn thuế không?', en: 'Does the receipt replace a tax invoice?' },
    {
      vi: 'Không. Biên nhận là của chúng tôi để người góp giữ và kiểm lại trong sổ, không thay hóa đơn, biên lai thuế.',
      en: 'No. The receipt is ours, for donors to keep and to check against the book; it does not replace an invoice or a tax receipt.',
    },
  ),
  of(
    'giving',
    { vi: 'Mất biên nhận thì sao?', en: 'What if I lose my receipt?' },
    {
      vi: 'Vào Tìm lại biên nhận, ghi mã ngắn và số tiền. Không còn mã thì tìm dòng của mình trong sổ theo ngày và số tiền, rồi gọi số ở cuối trang.',
      en: 'Open Find my receipt and enter the short code and the amount. Without the code, find your line in the book by day and amount, then call the number at the foot of the page.',
    },
    true,
  ),
  of(
    'trust',
    { vi: 'Nếu báo cáo trễ?', en: 'What if a report is late?' },
    {
      vi: 'Chương trình tự ngừng nhận góp cho tới khi có báo cáo, và trang ghi rõ lý do.',
      en: 'The program stops taking gifts by itself until the report is here, and its page says why.',
    },
    true,
  ),
  of(
    'trust',
    { vi: 'Sao biết trang này là thật?', en: 'How do I know this site is real?' },
    {
      vi: 'Xem địa chỉ trên trình duyệt, tên bên nhận lúc trả tiền, và dòng của mình trong sổ. Không ai của trang này gọi điện xin tiền hay hỏi mã OTP.',
      en: 'Look at the address in the browser, the name of the receiver when you pay, and your line in the book. Nobody of this site calls to ask for money or an OTP.',
    },
  ),
  of(
    'trust',
    { vi: 'Ai thấy tên tôi? Ẩn đi được không?', en: 'Who sees my name? Can I hide it?' },
    {
      vi: 'Chỉ khi bấm Góp và ghi tên thì ai cũng thấy. Muốn ẩn thì bấm Ẩn tên tôi trên biên nhận; ẩn rồi không lấy lại được.',
      en: 'Everyone does, but only if you chose Give and show my name. To hide it, press Hide my name on the receipt; it cannot be brought back.',
    },
  ),
  of(
    'trust',
    { vi: 'Thấy sai hoặc muốn khiếu nại thì làm sao?', en: 'How do I complain or report a mistake?' },
    {
      vi: 'Mở trang Báo có gì sai ở cuối trang. Ghi nhầm tiền thì sổ thêm một dòng ngược lại, không xóa dòng cũ.',
      en: 'Open Report a problem at the foot of the page. If money was written down wrongly, the book gets an opposite line; the old one is never erased.',
    },
  ),
  of(
    'trust',
    { vi: 'Không có điện thoại thông minh thì sao?', en: 'What if I have no smartphone?' },
    {
      vi: 'Tới hội khuyến học phường mình. Mọi điều trên trang này người ở đó đều chỉ được, và heo đất ở tiệm, ở trường vẫn nhận tiền lẻ.',
      en: 'Go to the learning promotion association of your ward. They can show you all that is on this site, and piggy banks in shops and schools take small change.',
    },
  ),
]
